"""The kinds of document there are: which layout each uses and who knows its content."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from kh_docs.documents import bao_cao, ke_hoach, phieu_kiem_tra
from kh_docs.documents.frame import Given
from kh_docs.documents.speech import Speech

Maker = Callable[[Speech, Given], dict[str, Any]]


class Recipe(NamedTuple):
    """`stem`: the start of the file's name; `layout`: the template; `content`: gives its context."""

    kind: str
    stem: str
    layout: str
    content: Maker


RECIPES: Mapping[str, Recipe] = {
    "ke-hoach": Recipe("ke-hoach", "ke-hoach", "ke-hoach.docx", ke_hoach.context),
    "bao-cao-6-thang": Recipe(
        "bao-cao-6-thang", "bao-cao-6-thang", "bao-cao-6-thang.docx", bao_cao.half_year
    ),
    "bao-cao-nam": Recipe("bao-cao-nam", "bao-cao-nam", "bao-cao-nam.docx", bao_cao.year),
    "phieu-kiem-tra": Recipe(
        "phieu-kiem-tra", "phieu-kiem-tra", "phieu-kiem-tra.docx", phieu_kiem_tra.province
    ),
}
COMMUNE_INSPECTION = Recipe(
    "phieu-kiem-tra", "phieu-kiem-tra-cap-xa", "phieu-kiem-tra.docx", phieu_kiem_tra.district
)


def recipe(kind: str, inspector: str) -> Recipe:
    """The recipe for `kind`; a district's own inspectors use the form for communes."""
    if kind == "phieu-kiem-tra" and inspector == "district":
        return COMMUNE_INSPECTION
    return RECIPES[kind]
