"""Build the Word templates of templates/layout; run as `python -m kh_docs.layout`."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from kh_docs.layout.bao_cao import bao_cao_6_thang, bao_cao_nam
from kh_docs.layout.ke_hoach import ke_hoach
from kh_docs.layout.phieu_kiem_tra import phieu_kiem_tra

TEMPLATES: Final[Mapping[str, Callable[[], bytes]]] = MappingProxyType(
    {
        "ke-hoach": ke_hoach,
        "bao-cao-6-thang": bao_cao_6_thang,
        "bao-cao-nam": bao_cao_nam,
        "phieu-kiem-tra": phieu_kiem_tra,
    }
)
