"""The exit codes that scripts rely on, and which one wins."""

from collections.abc import Iterable
from enum import IntEnum


class ExitCode(IntEnum):
    DONE = 0
    FOUND = 1
    WRONG_USE = 2
    KEPT = 3
    OUR_FAULT = 4
    INTERRUPTED = 130


def of_status(status: str) -> ExitCode:
    """The code of a run that published one file with this status."""
    return {"refused": ExitCode.FOUND, "kept": ExitCode.KEPT}.get(status, ExitCode.DONE)


def worst(codes: Iterable[ExitCode]) -> ExitCode:
    """The code of a run in which all of `codes` happened: 4 over 3 over 1."""
    return max(codes, default=ExitCode.DONE)
