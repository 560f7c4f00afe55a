"""The files of a draft: head, clauses, deadlines, bases, targets, questions, as in shipped plans."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from kh_docs.facts.dates_vi import short_date
from kh_docs.model.plan import Clause
from kh_docs.planning.draft import Draft
from kh_docs.planning.item_fields import (
    basis_fields,
    clause_fields,
    deadline_fields,
    question_fields,
    target_fields,
)
from kh_docs.planning.spans import paragraph_sentence
from kh_docs.planning.yaml_items import Block, Value, item, mapping

HEAD: Final = "plan.yaml"
CLAUSES: Final = "clauses.yaml"
DEADLINES: Final = "deadlines.yaml"
BASES: Final = "legal-bases.yaml"
TARGETS: Final = "targets.yaml"
QUESTIONS: Final = "questions.yaml"
# What the program wrote, by which it knows again what a person has changed.
MADE: Final = "import.yaml"

# “gửi UBND tỉnh (qua Sở …)”.
_THROUGH = re.compile(r"gửi (?:về )?(?:UBND|Ủy ban nhân dân) tỉnh \((?:qua|thông qua) ([^(){}\[\],:#]+)\)")

# What stands in data is Vietnamese, whatever language the messages are in.
_STATE = """\
# Chương trình tìm ra từ nguyên văn (câu chứa giá trị ghi ở dòng # phía trên). Xem từng mục, sửa nếu sai,
# rồi đổi “state: đề xuất” thành “state: đã duyệt”, hoặc chạy: kh-docs plan approve --plan {} MÃ ...
# Ý nghĩa từng dòng: xem đầu tệp cùng tên của kế hoạch có sẵn.
"""
_HEADS: Final[Mapping[str, str]] = {
    CLAUSES: "# Nguyên văn từng mục của kế hoạch. line: dòng (hoặc đoạn) trong tệp đã đưa vào.\n",
    DEADLINES: "# Các thời hạn trong kế hoạch.\n" + _STATE,
    BASES: "# Các văn bản được viện dẫn trong kế hoạch; mục cuối là chính kế hoạch.\n" + _STATE,
    TARGETS: "# Các chỉ tiêu bằng số trong kế hoạch.\n" + _STATE,
    QUESTIONS: "# Những chỗ chương trình không hiểu chắc. Xem xong thì đổi thành “state: đã duyệt”.\n",
}


def heads(plan_id: str) -> dict[str, str]:
    """The comment at the top of each file of items."""
    return {name: text.format(plan_id) for name, text in _HEADS.items()}


def plan_head(draft: Draft, plan_id: str) -> str:
    """plan.yaml; what the text does not say is left for a person to write."""
    head = draft.head
    fields: dict[str, Value] = {
        "id": plan_id,
        "number": head.number,
        "symbol": head.symbol,
        "kind": "Kế hoạch",
        "issued_on": short_date(head.issued_on) if head.issued_on else "",
        "issuer": head.issuer,
        "issuer_short": head.issuer.replace("Ủy ban nhân dân", "UBND"),
        "place": head.place,
        "title": head.title,
        "abstract": head.title[:1].lower() + head.title[1:],
        "signer": head.signer,
        "year": str(head.year) if head.year else "",
    }
    lacking = [name for name in ("number", "issued_on", "issuer", "title") if not fields[name]]
    note = "Phần đầu của kế hoạch, chương trình đọc từ văn bản; kiểm tra từng dòng."
    ask = "".join(f"# chưa thấy trong văn bản, cần ghi thêm: {name}\n" for name in lacking)
    through = next(filter(None, (_THROUGH.search(clause.text) for clause in draft.clauses)), None)
    channels = f"channels: {{plan: qua {through[1].strip()}}}\n" if through else ""
    as_of = f"units:\n  as_of: {fields['issued_on']}\n" if fields["issued_on"] else ""
    return f"# {note}\n{ask}\n{mapping(fields)}{channels}{as_of}"


def items(draft: Draft) -> dict[str, tuple[Block, ...]]:
    """The items of each file, the sentence beside the value."""
    texts = {clause.id: clause for clause in draft.clauses}
    return {
        CLAUSES: tuple(item(clause_fields(each)) for each in draft.clauses),
        DEADLINES: tuple(
            item(deadline_fields(each), _remark(texts[each.clause], each.literal)) for each in draft.deadlines
        ),
        BASES: tuple(item(basis_fields(each)) for each in draft.bases),
        TARGETS: tuple(
            item(target_fields(each), _remark(texts[each.clause], each.words)) for each in draft.targets
        ),
        QUESTIONS: tuple(item(question_fields(each)) for each in draft.questions),
    }


def _remark(clause: Clause, literal: str) -> str:
    """The clause, and the sentence in which the words stand."""
    sentence = paragraph_sentence(clause.text, max(clause.text.find(literal), 0))
    words = " ".join(clause.text[sentence.start : sentence.end].split())
    return f"{clause.id}: {words[:400]}{'…' if len(words) > 400 else ''}"
