"""Why a file is not read, as a value: who meets people puts it into words (`kh_docs.refusals`)."""

from typing import Literal

Why = Literal[
    "empty",
    "word 97-2003",
    "pdf",
    "rtf",
    "unknown format",
    "other zip",
    "other office file",
    "password",
    "damaged",
    "damaged part",
    "no main part",
    "too many entries",
    "too big",
    "entry too big",
    "entry points outside",
    "entry twice",
    "dtd",
    "too many elements",
]


class Refused(Exception):
    """A file that is not read; `about` names the part, or gives the number, that shows the cause."""

    def __init__(self, why: Why, about: str = "") -> None:
        super().__init__(f"{why}: {about}" if about else why)
        self.why: Why = why
        self.about = about
