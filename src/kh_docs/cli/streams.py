"""Write to stdout (data) and stderr (people) so that no console and no closed pipe stops the work."""

from __future__ import annotations

import codecs
import errno
import io
import os
import re
import sys
from collections.abc import Iterable
from typing import Any, TextIO

from kh_docs.cli.unwritable import _NOT_ASCII, exact, plain
from kh_docs.shown import UNSEEN, visible
from kh_docs.unseen import HALVES

_UNWRITABLE = re.compile(f"[{HALVES}]|{UNSEEN.pattern}")
# Narrower than this nothing can be laid out.
LEAST_WIDTH = 20
# Streams that took no more, but for a reader who has had enough: the exit code tells of them.
failed: set[str] = set()


def prepare() -> None:
    """Let every letter through on consoles that know only ASCII or a Windows code page."""
    codecs.register_error("kh_docs_exact", exact)
    codecs.register_error("kh_docs_plain", plain)
    for stream, errors in ((sys.stdout, "kh_docs_exact"), (sys.stderr, "kh_docs_plain")):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=errors)


def is_terminal() -> bool:
    """Whether data go to a person's screen."""
    return sys.stdout is not None and sys.stdout.isatty()


def put(text: object) -> None:
    """One line of data, such as a path."""
    _write(sys.stdout, visible(f"{text}") + "\n")


def put_table(lines: Iterable[str]) -> None:
    """A table for people: without marks where the console has no letters for them."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    for line in lines:
        text = line.encode(encoding, "kh_docs_plain").decode(encoding)
        # Rows fit the screen; what stands between tables may not.
        put(_as_item(text, _screen()) if is_terminal() else text)


def put_json(value: Any) -> None:
    """JSON that stays whole in any encoding of the console."""
    import json

    put_as_json(json.dumps(value, ensure_ascii=False, indent=2, default=str))


def put_as_json(text: str) -> None:
    """A piece of JSON that was made elsewhere, whole in any encoding of the console."""
    import json

    utf8 = (getattr(sys.stdout, "encoding", None) or "").lower().replace("-", "") == "utf8"
    unwritable = _UNWRITABLE if utf8 else _NOT_ASCII
    _write(sys.stdout, unwritable.sub(lambda found: json.dumps(found[0])[1:-1], text) + "\n")


def say(text: object) -> None:
    """Words for the person: on a terminal each line wrapped as an item of a list, in a log whole."""
    lines = visible(str(text)).split("\n")
    if sys.stderr is not None and sys.stderr.isatty():
        lines = [_as_item(line, _screen() - 1) for line in lines]
    _write(sys.stderr, "\n".join(lines) + "\n")


def _screen() -> int:
    import shutil

    return max(LEAST_WIDTH + 1, shutil.get_terminal_size((110, 24)).columns)


def _as_item(line: str, width: int) -> str:
    if len(line) <= width:
        return line
    import textwrap

    indent = " " * (len(line) - len(line.lstrip(" -")))
    return textwrap.fill(
        line, width, subsequent_indent=indent, break_on_hyphens=False, break_long_words=False
    )


def _write(stream: TextIO | None, text: str) -> None:
    if stream is None:  # closed by the caller (>&-), or a program without a console
        return
    try:
        stream.write(text)
        stream.flush()
    except OSError as error:
        # The reader (`| head`) has gone, or the disk is full; the work goes on.
        if error.errno not in (errno.EPIPE, errno.EINVAL):  # Windows says EINVAL
            failed.add(stream.name)
        # The flush at exit must not fail again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
