"""How wording counts: numbers of khoản, letters of điểm."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

from kh_docs.decree30 import POINT_LETTERS
from kh_docs.errors import InternalError
from kh_docs.i18n import _


def counter(after: int = 0) -> Callable[[], str]:
    """Gives 1, 2, 3 … : the numbers of khoản, those that follow `after`."""
    numbers = count(after + 1)
    return lambda: str(next(numbers))


def letters() -> Callable[[], str]:
    """Gives a, b, c, d, đ, e … : the letters of điểm (PL I, P.I, II.6.đ)."""
    alphabet = iter(POINT_LETTERS)

    def following() -> str:
        try:
            return next(alphabet)
        except StopIteration:
            raise InternalError(_("quá nhiều điểm trong một khoản")) from None

    return following
