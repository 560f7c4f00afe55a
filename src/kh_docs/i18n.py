"""The language of messages: Vietnamese is the source text, other languages are gettext catalogues."""

import gettext
import os
from collections.abc import Iterable
from pathlib import Path

_LOCALE = Path(__file__).parent / "locale"
_catalogue: gettext.NullTranslations = gettext.NullTranslations()
_spoken = "vi"


def set_language(language: str) -> None:
    """Speak this language ("vi" or "en") from now on, click's own words included."""
    global _catalogue, _spoken
    _spoken = language
    _catalogue = gettext.translation("kh_docs", _LOCALE, [language], fallback=True)
    # click translates through the standard library's default domain, which asks the environment.
    gettext.bindtextdomain("messages", str(_LOCALE))
    os.environ["LANGUAGE"] = language


def language() -> str:
    """The language set."""
    return _spoken


def _(message: str) -> str:
    """Return the message in the language set; `message` is the Vietnamese text."""
    return _catalogue.gettext(message)


def either(choices: Iterable[str]) -> str:
    """`a, b hoặc c`, in the language set."""
    # Babel takes a twentieth of a second to start, and few runs have choices to offer.
    from babel.lists import format_list

    return format_list(list(choices), "or", _spoken)


def number(count: int) -> str:
    """`1.240` in Vietnamese, `1,240` in English."""
    # As Babel does it; to start it takes longer than to make a document.
    grouped = f"{count:,}"
    return grouped.replace(",", ".") if _spoken == "vi" else grouped


def N_(message: str) -> str:
    """Mark a message for the catalogues; whoever prints it passes it through `_`."""
    return message
