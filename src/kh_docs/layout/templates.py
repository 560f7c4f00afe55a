"""The Word templates by the name of their file, and what builds each."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from kh_docs.layout import bao_cao, cong_van, ke_hoach, phieu_kiem_tra

TEMPLATES: Final[Mapping[str, Callable[[], bytes]]] = MappingProxyType(
    {
        "ke-hoach": ke_hoach.build,
        "ke-hoach-khong-phu-luc": ke_hoach.bare,
        "bao-cao-6-thang": bao_cao.build,
        "bao-cao-nam": bao_cao.build,
        "cong-van": cong_van.build,
        "cong-van-phu-luc": cong_van.annexed,
        "phieu-kiem-tra": phieu_kiem_tra.build,
    }
)
