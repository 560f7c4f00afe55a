"""The language of messages: Vietnamese is the source text, other languages are gettext catalogues."""

import gettext
import os
from pathlib import Path

_LOCALE = Path(__file__).parent / "locale"
_catalogue: gettext.NullTranslations = gettext.NullTranslations()


def set_language(language: str) -> None:
    """Speak this language ("vi" or "en") from now on, click's own words included."""
    global _catalogue
    _catalogue = gettext.translation("kh_docs", _LOCALE, [language], fallback=True)
    # click translates through the standard library's default domain, which asks the environment.
    gettext.bindtextdomain("messages", str(_LOCALE))
    os.environ["LANGUAGE"] = language


def _(message: str) -> str:
    """Return the message in the language set; `message` is the Vietnamese text."""
    return _catalogue.gettext(message)


def N_(message: str) -> str:
    """Mark a message for the catalogues; whoever prints it passes it through `_`."""
    return message
