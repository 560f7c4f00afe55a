"""What was found in a plan's text, as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kh_docs.cli.streams import say
from kh_docs.i18n import _

if TYPE_CHECKING:
    from kh_docs.planning.values import PlanValues


def tell(values: PlanValues, noise: int, plan_id: str) -> None:
    """What was found, and what is left for a person to look at."""
    from kh_docs.planning.counting import counts

    count = counts(values)
    say(
        _(
            "{clauses} mục; {deadlines} thời hạn, {bases} căn cứ, {figures} chỉ tiêu; bỏ {noise} dòng "
            "của trang web."
        ).format(
            clauses=len(values.clauses),
            deadlines=len(values.deadlines),
            bases=len(values.bases),
            figures=len(values.targets),
            noise=noise,
        )
    )
    for question in values.questions:
        if question.state == "đề xuất":
            say(
                _("Cần xem: {clause} dòng {line}: {literal}: {message}").format(
                    clause=question.clause or "-",
                    line=question.line or "-",
                    literal=question.literal or "-",
                    message=question.message,
                )
            )
    if count.proposed or count.questions:
        say(
            _(
                "Còn {proposed} giá trị đề xuất, {questions} câu hỏi. Xem rồi chạy: kh-docs plan approve "
                "--plan {plan} MÃ ..."
            ).format(proposed=count.proposed, questions=count.questions, plan=plan_id)
        )
