"""The files of a plan's folder: what each holds, where a Book keeps it, what its entries are called."""

from __future__ import annotations

from typing import Any, NamedTuple

from kh_docs.i18n import N_
from kh_docs.model.approval import Question
from kh_docs.model.bodies import Role
from kh_docs.model.checklist import Checklist
from kh_docs.model.fields import Fields
from kh_docs.model.indicators import IndicatorTable
from kh_docs.model.model_sheet import ModelSheet
from kh_docs.model.plan import Clause, Deadline, Gap, LegalBasis
from kh_docs.model.registers import Register
from kh_docs.model.targets import Target, TargetRow
from kh_docs.model.tasks import Duty, Task
from kh_docs.model.unit_types import Trait

HEAD = "plan.yaml"
# What `plan import` keeps in the folder for itself and for the person who approves.
OF_IMPORT = {
    "questions.yaml": N_("câu hỏi khi đưa văn bản của tỉnh vào"),
    "import.yaml": N_("dấu vết của lần đưa văn bản của tỉnh vào"),
}


class Part(NamedTuple):
    """One file beside plan.yaml; a `keyed` one is kept by the ids of its entries.

    Entries are `unique` but where several share an id, each for its own time.
    """

    file: str
    field: str
    shape: Any
    entries: str
    keyed: bool = False
    required: bool = False
    unique: bool = True


PARTS = (
    Part("traits.yaml", "traits", tuple[Trait, ...], N_("đặc điểm của đơn vị"), keyed=True),
    Part("roles.yaml", "roles", tuple[Role, ...], N_("cơ quan, tổ chức"), unique=False),
    Part("clauses.yaml", "clauses", tuple[Clause, ...], N_("mục, điểm của kế hoạch"), required=True),
    Part("legal-bases.yaml", "bases", tuple[LegalBasis, ...], N_("căn cứ"), keyed=True),
    Part("deadlines.yaml", "deadlines", tuple[Deadline, ...], N_("thời hạn"), keyed=True),
    Part("targets.yaml", "targets", tuple[Target, ...], N_("chỉ tiêu"), keyed=True),
    Part("target-rows.yaml", "target_rows", tuple[TargetRow, ...], N_("dòng của bảng chỉ tiêu")),
    Part("tasks.yaml", "tasks", tuple[Task, ...], N_("nhiệm vụ"), keyed=True),
    Part("duties.yaml", "duties", tuple[Duty, ...], N_("việc phải làm")),
    Part("questions.yaml", "questions", tuple[Question, ...], N_("câu hỏi")),
    Part("gaps.yaml", "gaps", tuple[Gap, ...], N_("chỗ kế hoạch chưa rõ")),
    Part("indicators.yaml", "indicators", IndicatorTable, N_("chỉ tiêu báo cáo")),
    Part("checklist.yaml", "checklist", Checklist, N_("tiêu chí kiểm tra")),
    Part("fields.yaml", "fields", Fields, N_("điều hỏi riêng đơn vị")),
    Part("registers.yaml", "registers", tuple[Register, ...], N_("bảng ở phụ lục")),
    Part("model-sheet.yaml", "sheet", ModelSheet, N_("mục của phiếu đánh giá")),
)
