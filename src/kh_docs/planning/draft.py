"""Take the parts of a plan's text, give the values of its data: each a proposal, each a piece of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kh_docs.facts.clause_names import clause_name
from kh_docs.facts.dates_vi import short_date
from kh_docs.facts.first_letters import capital
from kh_docs.model.base import Applies
from kh_docs.model.plan import PROPOSED, Clause, Deadline, LegalBasis, Question, Target
from kh_docs.model.units import Unit
from kh_docs.planning import outline
from kh_docs.planning.bases import Basis, cited, find_bases, titles
from kh_docs.planning.bodies import addressee
from kh_docs.planning.dates import FoundDate, find_dates
from kh_docs.planning.figures import Figure, find_figures
from kh_docs.planning.head import Parts, PlanHead
from kh_docs.planning.outline import OutlineClause, read_outline
from kh_docs.planning.places import Atlas, NamedUnit, find_places, named_before
from kh_docs.planning.spans import paragraph_sentence, sentence_at, touches_any
from kh_docs.text import slug

# Longer than this a sentence is no task that a table can print.
_LONGEST_TASK = 300
_LONGEST_NAME = 120


class Draft(NamedTuple):
    """A plan as the rules read it."""

    head: PlanHead
    clauses: tuple[Clause, ...]
    deadlines: tuple[Deadline, ...] = ()
    bases: tuple[LegalBasis, ...] = ()
    targets: tuple[Target, ...] = ()
    questions: tuple[Question, ...] = ()
    named: tuple[NamedUnit, ...] = ()


def draft_of(parts: Parts, atlas: Atlas) -> Draft:
    """The draft; the same text gives the same draft."""
    read = read_outline(parts.body)
    clauses, head = read.clauses, parts.head
    bases = find_bases(clauses)
    taken = {clause.id: cited(bases, clause.id) for clause in clauses}
    named = {clause.id: titles(bases, clause.id) for clause in clauses}
    dates = find_dates(clauses, head.year, head.issued_on, taken, named)
    for found in dates.deadlines:
        taken[found.clause] = (*taken[found.clause], found.span)
    places, units = find_places(clauses, atlas), atlas.units
    figures = find_figures(clauses, places.units, taken)
    by_id = {clause.id: clause for clause in clauses}
    deadlines = tuple(
        _deadline(f"D{at:02d}", found, by_id, clauses, places.units)
        for at, found in enumerate(dates.deadlines, 1)
    )
    asked = (*parts.questions, *read.questions, *dates.questions, *places.questions, *figures.questions)
    order = {clause.id: at for at, clause in enumerate(clauses)}
    asked = tuple(sorted(asked, key=lambda question: (order.get(question.clause, -1), question.line or 0)))
    return Draft(
        head,
        tuple(Clause(id=each.id, heading=each.heading, line=each.line, text=each.text) for each in clauses),
        deadlines,
        _bases(bases, head),
        tuple(
            _target(
                f"T{at:02d}", figure, by_id, clauses, _due(figure, dates.deadlines, deadlines, by_id), units
            )
            for at, figure in enumerate(figures.figures, 1)
        ),
        tuple(_question(f"Q{at:02d}", question) for at, question in enumerate(asked, 1)),
        places.units,
    )


def _question(name: str, asked: outline.Question) -> Question:
    return Question(
        id=name,
        clause=asked.clause,
        line=asked.line,
        literal=asked.literal,
        message=asked.message,
        state=PROPOSED,
    )


def _deadline(
    name: str,
    found: FoundDate,
    by_id: Mapping[str, OutlineClause],
    clauses: Sequence[OutlineClause],
    named: Sequence[NamedUnit],
) -> Deadline:
    clause = by_id[found.clause]
    body = addressee(clauses, clause, found.span.start)
    units = named_before(clause, found.span.start, named)
    where = clause_name(found.clause)
    return Deadline(
        id=name,
        state=PROPOSED,
        clause=found.clause,
        text=_task_of(clause.text, found.span.start),
        literal=found.literal,
        printed=_printed(found),
        rule=found.rule,
        recurring=found.recurring,
        who=_who(clause.text, found.span.start, units) or (body.literal if body else ""),
        acts="province" if body and body.whom == "province" and not units else "unit",
        applies=Applies(units=tuple(unit.id for unit in units)) if units else Applies(),
        otherwise=f"{capital(where)} chỉ giao {', '.join(unit.literal for unit in units)}" if units else "",
    )


def _who(text: str, position: int, units: Sequence[NamedUnit]) -> str:
    """“UBND thành phố Vinh, thị xã Hoàng Mai”: the sentence as far as the last unit that it speaks to."""
    if not units:
        return ""
    words = text[sentence_at(text, position).start : units[-1].span.end].strip()
    return words if len(words) <= _LONGEST_NAME else ""


def _task_of(text: str, position: int) -> str:
    """The sentence in which a deadline stands; of a long one, the part between its semicolons."""
    part = sentence_at(text, position)
    whole = paragraph_sentence(text, position)
    span = whole if whole.end - whole.start <= _LONGEST_TASK else part
    return text[span.start : span.end].strip()


def _printed(found: FoundDate) -> str:
    """As tables print it: the rule in full words, or the plan's own where it comes back."""
    rule = found.rule
    if found.recurring:
        return found.literal[:1].upper() + found.literal[1:]
    if rule.date:
        word = {"before_date": "Trước ngày", "event": "Ngày"}.get(rule.kind, "Chậm nhất ngày")
        return f"{word} {short_date(rule.date)}"
    if rule.month:
        word = "Trước tháng" if rule.kind == "before_month" else "Trong tháng"
        return f"{word} {rule.month.replace('/', ' năm ')}"
    if rule.quarter:
        return f"Trong Quý {rule.quarter.replace('/', ' năm ')}"
    return f"{'Đến năm' if rule.kind == 'by_year' else 'Năm'} {rule.year}"


def _bases(found: Sequence[Basis], head: PlanHead) -> tuple[LegalBasis, ...]:
    """Each document once, with all clauses that cite it; at last the plan itself."""
    named = {(basis.kind, slug(basis.subject)) for basis in found if basis.number}
    # A law with its number, and later by its name alone.
    found = [each for each in found if each.number or (each.kind, slug(each.subject)) not in named]
    numbers = {_same(basis): "" for basis in found}
    for at, key in enumerate(numbers, 1):
        numbers[key] = f"L{at:02d}"
    bases: list[LegalBasis] = []
    for key, name in numbers.items():
        same = [basis for basis in found if _same(basis) == key]
        # Later citations are short: the first with a day, an issuer, a subject tells most.
        best = max(
            same, key=lambda basis: (basis.issued_on is not None, bool(basis.issuer), bool(basis.subject))
        )
        after = found[found.index(best) + 1 : found.index(best) + 2]
        shared = after[0] if best.shares_next and after else None
        bases.append(
            LegalBasis(
                id=name,
                state=PROPOSED,
                kind=best.kind or "Văn bản",
                number=best.number,
                issued_on=best.issued_on,
                issuer=best.issuer,
                joined_by=best.joined_by,
                subject=shared.subject if shared else best.subject,
                cited_with=numbers[_same(shared)] if shared else "",
                clauses=tuple(dict.fromkeys(basis.clause for basis in same)),
            )
        )
    if head.number and head.issued_on:
        bases.append(_itself(f"L{len(bases) + 1:02d}", head))
    return tuple(bases)


def _same(basis: Basis) -> tuple[str, str]:
    return (basis.number, "") if basis.number else (basis.kind, slug(basis.subject))


def _itself(name: str, head: PlanHead) -> LegalBasis:
    return LegalBasis(
        id=name,
        state=PROPOSED,
        kind="Kế hoạch",
        number=f"{head.number}/{head.symbol}",
        issued_on=head.issued_on,
        issuer=head.issuer.replace("Ủy ban nhân dân", "UBND"),
        subject=f"về {head.title[:1].lower()}{head.title[1:]}" if head.title else "",
        clauses=(),
    )


def _due(
    figure: Figure,
    found: Sequence[FoundDate],
    deadlines: Sequence[Deadline],
    by_id: Mapping[str, OutlineClause],
) -> Deadline | None:
    """The deadline that the figure's own sentence states, the nearest where there are several."""
    sentence = sentence_at(by_id[figure.clause].text, figure.span.start)
    near = [
        (abs(date.span.start - figure.span.start), at)
        for at, date in enumerate(found)
        if date.clause == figure.clause and touches_any(date.span, [sentence])
    ]
    return deadlines[min(near)[1]] if near else None


def _target(
    name: str,
    figure: Figure,
    by_id: Mapping[str, OutlineClause],
    clauses: Sequence[OutlineClause],
    due: Deadline | None,
    units: Mapping[str, Unit],
) -> Target:
    body = addressee(clauses, by_id[figure.clause], figure.span.start)
    by_province = not figure.units and body is not None and body.whom == "province"
    own = figure.per_unit or figure.measure == "%" or len(figure.units) == 1 or figure.at_least
    names = ", ".join(units[unit].full_name for unit in figure.units)
    where = capital(clause_name(figure.clause))
    if by_province:
        otherwise = f"{where} giao {body.literal if body else ''}"
    else:
        otherwise = f"{where} chỉ giao {names}" if names else ""
    return Target(
        id=name,
        state=PROPOSED,
        clause=figure.clause,
        words=figure.literal,
        value=figure.value,
        measure=figure.measure,
        at_least=figure.at_least,
        scope="province" if by_province else "unit" if own and not figure.parts else "shared",
        kind="maintain"
        if figure.maintains
        else "horizon"
        if due and due.rule.kind == "by_year"
        else "achieve",
        per_unit=dict(figure.parts),
        applies=Applies(units=() if by_province else figure.units)
        if by_province or figure.units
        else Applies(),
        otherwise=otherwise,
        deadline=due.id if due else "",
    )
