"""Why a file is not read, as a value: who meets people puts it into words (`kh_docs.refusals`)."""

from typing import Literal, NamedTuple

What = Literal["part", "link", "target", "used by", "field", "element", "encoding", "hidden", "missing"]


class Foreign(NamedTuple):
    """One thing that is not allowed in a file; `about`: its name as the file has it, `part`: where it is."""

    what: What
    part: str
    about: str


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
    "foreign",
]


class Refused(Exception):
    """A file that is not read; `about` names the part, or gives the number, that shows the cause.

    `foreign`: what a file holds that we must not hand on, where that is the cause.
    """

    def __init__(self, why: Why, about: str = "", foreign: Foreign | None = None) -> None:
        super().__init__(f"{why}: {about}" if about else why)
        self.foreign = foreign
        self.why: Why = why
        self.about = about
