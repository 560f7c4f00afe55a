"""The table of targets of a plan that has targets and says nothing of how to list them."""

from __future__ import annotations

from kh_docs.facts.first_letters import capital
from kh_docs.model.book import Book
from kh_docs.model.targets import Target, TargetRow


def rows_of_targets(book: Book) -> tuple[TargetRow, ...]:
    """A row for each target that is a unit's own; a total of the province is nobody's."""
    return tuple(_row(book, target) for target in book.targets.values() if _own(target))


def _own(target: Target) -> bool:
    listed = target.scope == "unit" or bool(target.per_unit)
    return (
        listed and not target.overrides and target.kind != "period" and bool(target.value or target.per_unit)
    )


def _row(book: Book, target: Target) -> TargetRow:
    deadline = book.deadlines.get(target.deadline)
    # What is a share of something counted has become a number by then.
    share = "%" if target.measure == "%" and not target.base else ""
    least = "ít nhất " if target.at_least else ""
    given = "Mức tối thiểu " if target.at_least else "Mức "
    return TargetRow(
        id=target.id,
        text=capital(target.unit_words or target.words),
        measure=target.measure,
        targets=(target.id,),
        own=f"{least}{{{{ printed(figure('{target.id}')) }}}}{share}",
        how=f"{{{{ formula('{target.id}') or '{given}' ~ plan.issuer ~ ' giao' }}}}",
        due=deadline.printed if deadline else "Năm {{ year }}",
        applies=target.applies,
        otherwise=target.otherwise,
    )
