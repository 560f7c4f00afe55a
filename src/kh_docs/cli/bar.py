"""A bar that moves, where a terminal shows it."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterable
from types import TracebackType
from typing import Any, Self

import click


def _width(label: str) -> int:
    """Columns of the bar itself: 36 as click has it, less where label, per cent and time need the screen."""
    return max(1, min(36, shutil.get_terminal_size().columns - len(label) - len("  []  100%  00:00:00") - 1))


class Bar:
    """A bar on a terminal while many things are done; what is told meanwhile waits for its end."""

    def __init__(
        self, total: int, label: str, tell: Callable[[Iterable[str]], None], *, least: int = 1
    ) -> None:
        """`least`: of fewer things there is no bar."""
        self._tell = tell
        self._bar: Any = None
        self._waiting: list[str] = []
        if total >= least and sys.stderr is not None and sys.stderr.isatty():
            self._bar = click.progressbar(length=total, label=label, file=sys.stderr, width=_width(label))

    @property
    def shown(self) -> bool:
        return self._bar is not None

    def __enter__(self) -> Self:
        if self._bar is not None:
            self._bar.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.__exit__(kind, error, trace)
        self._tell(self._waiting)

    def step(self) -> None:
        """One more is done."""
        if self._bar is not None:
            self._bar.update(1)

    def tell(self, lines: Iterable[str]) -> None:
        """Tell this, on a screen with the bar when it has ended."""
        if self._bar is None:
            self._tell(lines)
        else:
            self._waiting += lines
