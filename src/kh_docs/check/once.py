"""What several rules ask of a document is worked out once for it, and forgotten with it."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar, cast

from kh_docs.check.anatomy import Anatomy

T = TypeVar("T")


def once(work: Callable[[Anatomy], T]) -> Callable[[Anatomy], T]:
    """`work` done once for each document taken apart.

    What it gives stays with the document. An lru_cache(1) would keep the document itself until the next has
    been read into other memory; thrown away that late, its values take two milliseconds.
    """

    @wraps(work)
    def known(anatomy: Anatomy) -> T:
        if work not in anatomy.worked_out:
            anatomy.worked_out[work] = work(anatomy)
        return cast(T, anatomy.worked_out[work])

    return known
