"""What can go wrong, named by who must act; plain exceptions that the CLI turns into words and exit codes."""

from collections.abc import Iterable
from typing import NamedTuple


class Problem(NamedTuple):
    """One thing to mend: where it stands, what is wrong, how to mend it."""

    file: str
    line: int | None
    field: str
    message: str
    fix: str = ""

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.file and self.line is not None else self.file
        text = ": ".join(part for part in (place, self.field, self.message) if part)
        return f"{text} -> {self.fix}" if self.fix else text


class KhDocsError(Exception):
    """Something the user can mend; its text is for the user."""


class UsageError(KhDocsError):
    """The command was asked for something it does not offer."""


class UnknownName(UsageError):
    """Nothing here is called as it was `asked` for; `fix` is what is known instead, if anything."""

    asked: str
    fix: str


class EnvironmentFault(KhDocsError):
    """The machine does not allow the work: a folder, a lock, a missing program."""


class _ProblemsError(KhDocsError):
    # args stays (problems,) so that the error survives pickling between processes.
    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = list(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        return "\n".join(map(str, self.problems))


class DataError(_ProblemsError):
    """The data has these problems, all of them found in one pass."""


class TemplateError(_ProblemsError):
    """The templates have these problems, all of them found in one pass."""


class InternalError(RuntimeError):
    """A fault of the program itself; nothing the user does can mend it."""


class RenderFault(KhDocsError):
    """This document cannot be made whole from its data: it is refused, the others are not."""
