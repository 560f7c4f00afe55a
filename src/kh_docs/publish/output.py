"""What is published, and what became of it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NamedTuple

from kh_docs.text import safe_name

Status = Literal["written", "unchanged", "kept", "refused", "restored"]


@dataclass(frozen=True)
class Output:
    """One finished file; `path` is relative to the out folder: <plan id>/<unit id>/<name>.

    `blanks`: how many places in it the clerk has to fill in; remembered, so that a file that need not be
    made again need not be made to count them.
    """

    path: Path
    content: bytes
    unit: str
    kind: str
    fingerprint: str
    blanks: int = 0
    # Given at signing; a later run that is not told them prints them again.
    number: str = ""
    issued_on: str = ""
    # Whether people go on writing in it, so that later data may have to come into their words.
    lasting: bool = False
    # What was made of the data, where the content is that inside a file which somebody had edited.
    base: bytes | None = None
    # The file that was read and is to be replaced; it is kept, to be had back.
    replaces: bytes | None = None

    def __post_init__(self) -> None:
        for part in self.path.parts or ("",):
            safe_name(part)


class Result(NamedTuple):
    """What became of one output; `path` begins with the out folder as it was given."""

    path: Path
    status: Status
    reason: str
    unit: str
    kind: str
    blanks: int = 0
    # Kept because somebody has changed what we wrote.
    edited: bool = False


def encode_text(text: str) -> bytes:
    """Return the bytes of a .txt file that Notepad, Word and LibreOffice all show right."""
    # Without the mark Word and Notepad before Windows 10 (1903) take UTF-8 for the local code page,
    # and that Notepad shows a file with bare line feeds as one line.
    return b"\xef\xbb\xbf" + text.replace("\r\n", "\n").replace("\n", "\r\n").encode()
