"""How a command that fails says so: in our words and quotation marks, or as JSON."""

from __future__ import annotations

import io
import re

import click

from kh_docs.bounded import reason_of
from kh_docs.cli import streams
from kh_docs.i18n import _


def tell(told: str, *, as_json: bool, shown: str) -> None:
    """An error for the person, and where a program asked, as its one JSON object."""
    streams.say(shown)
    if as_json:
        first, *others = told.split("\n")
        words, _arrow, mend = first.partition(" -> ")
        where, colon, message = words.partition(": ")
        message = "\n".join([message if colon else words, *others])
        error = {"message": message, "where": where if colon else "", "mend": mend}
        streams.put_json({"error": error})


def shown_of(error: click.ClickException) -> str:
    """What click would print of a wrong use."""
    written = io.StringIO()
    error.show(written)
    return written.getvalue().rstrip("\n")


def _in_our_quotes(told: str) -> str:
    """Click quotes names as '--date'; here what is quoted stands in “ ”, and an apostrophe stays one."""
    return re.sub(r"(?<!\w)'([^'\n]*)'(?!\w)", r"“\1”", told)


def of_the_system(error: OSError) -> str:
    named = error.filename if isinstance(error.filename, str) else None
    return f"{named or _('thư mục hiện tại hoặc một tệp cần dùng')}: {reason_of(error)}"


def short_of_memory(error: Exception) -> bool:
    """Whether there was no room, be it only for a library that is read in late."""
    told = str(error).lower()
    unread = "failed to map segment" in told or "cannot allocate memory" in told
    return isinstance(error, MemoryError) or (isinstance(error, ImportError) and unread)
