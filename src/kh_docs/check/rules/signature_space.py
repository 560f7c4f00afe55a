"""The room for a signature over the name."""

from collections.abc import Iterator
from typing import Final

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.looks import shown
from kh_docs.check.registry import Fault, rule
from kh_docs.check.rules.signature import signers
from kh_docs.i18n import _

_LEAST_SPACE_PT: Final = 45


@rule("ND30-SIGN-SPACE", "should", "PL I, P.I, mục IV")
def signature_space(anatomy: Anatomy) -> Iterator[Fault]:
    """There is room for the signature and the seal.

    Bad:  the name right under the position
    Good: four blank lines
    """
    for block in signers(anatomy):
        name = block.name
        if (
            name is None
            or name.container.kind != "cell"
            or name.container is not block.authority[-1].container
        ):
            continue
        if block.gap_pt < _LEAST_SPACE_PT:
            yield Fault(
                name.where,
                _("{points} pt").format(points=shown(block.gap_pt)),
                _("từ {points} pt").format(points=_LEAST_SPACE_PT),
                _("Chừa chỗ ký và đóng dấu -> thêm dòng trống giữa chức vụ và họ tên"),
            )
