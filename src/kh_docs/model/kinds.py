"""The kinds of document, as data: a new one is an entry here, a module, a layout and a wording file."""

from __future__ import annotations

from typing import Annotated, NamedTuple

from kh_docs.i18n import N_, _
from kh_docs.model.base import Checked

# The span of a report of six months, whose figures the year goes on from.
HALF = "6-thang"


class Recipe(NamedTuple):
    """One kind of document, or one of its variants; the first of a kind is made where none is asked for.

    `stem` begins the file's name, `content` is the function of kh_docs.documents that gives the context,
    `needs` are the parts of a Book without which there is nothing to print, `span` the figures of a report.
    """

    kind: str
    name: str
    content: str
    layout: str
    wording: str
    stem: str
    variant: str = ""
    # By which rules `check` judges it.
    profile: str = "ubnd"
    needs: tuple[str, ...] = ()
    span: str = ""
    # The layout of a document that has no annex.
    bare_layout: str = ""
    # Made of a unit below the one it is made for.
    below: bool = False
    # The plan itself: whoever signs it has all deadlines and bases before her.
    looks_ahead: bool = False


RECIPES = (
    Recipe(
        "ke-hoach",
        N_("Kế hoạch thực hiện"),
        content="ke_hoach.context",
        layout="ke-hoach.docx",
        bare_layout="ke-hoach-khong-phu-luc.docx",
        wording="ke-hoach.j2",
        stem="ke-hoach",
        needs=("clauses",),
        looks_ahead=True,
    ),
    Recipe(
        "bao-cao-6-thang",
        N_("Báo cáo kết quả 06 tháng"),
        content="bao_cao.context",
        layout="bao-cao-6-thang.docx",
        wording="bao-cao-6-thang.j2",
        stem="bao-cao-6-thang",
        needs=("indicators",),
        span=HALF,
    ),
    Recipe(
        "bao-cao-nam",
        N_("Báo cáo kết quả năm"),
        content="bao_cao.context",
        layout="bao-cao-nam.docx",
        wording="bao-cao-nam.j2",
        stem="bao-cao-nam",
        needs=("indicators",),
        span="nam",
    ),
    Recipe(
        "phieu-kiem-tra",
        N_("Biên bản và phiếu kiểm tra"),
        content="phieu_kiem_tra.province",
        layout="phieu-kiem-tra.docx",
        wording="phieu-kiem-tra.j2",
        stem="phieu-kiem-tra",
        variant="province",
        profile="cand",
        needs=("checklist",),
    ),
    Recipe(
        "phieu-kiem-tra",
        N_("Biên bản và phiếu kiểm tra cấp xã"),
        content="phieu_kiem_tra.district",
        layout="phieu-kiem-tra.docx",
        wording="phieu-kiem-tra-cap-xa.j2",
        stem="phieu-kiem-tra-cap-xa",
        variant="district",
        needs=("checklist",),
        below=True,
    ),
)


def kinds() -> tuple[str, ...]:
    """What `--kind` knows, in the order in which documents are made."""
    return tuple(dict.fromkeys(recipe.kind for recipe in RECIPES))


def recipe(kind: str, variant: str = "") -> Recipe:
    """The recipe of `kind`: the variant asked for where the kind has it, else its first."""
    of_kind = [each for each in RECIPES if each.kind == kind]
    return next((each for each in of_kind if each.variant == variant), of_kind[0])


def _known(kind: str) -> str:
    if kind not in kinds():
        raise ValueError(_("“{}” không phải loại văn bản; chọn: {}").format(kind, ", ".join(kinds())))
    return kind


Kind = Annotated[str, Checked(_known)]
