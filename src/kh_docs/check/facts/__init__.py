"""Hold any document against a plan: which of its figures, days, references, units and bodies agree."""

from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.facts.absent_bodies import AbsentBodies, absent_bodies, absent_in
from kh_docs.check.facts.attributed import Attribution
from kh_docs.check.facts.chosen import KnownChoices, choices_in, known_choices
from kh_docs.check.facts.communes import KnownCommunes, communes_in, known_communes
from kh_docs.check.facts.days import days_in
from kh_docs.check.facts.doers import KnownDoers, doers_in, known_doers
from kh_docs.check.facts.enough_of import enough_in
from kh_docs.check.facts.fact import Fact, State, Statement, What
from kh_docs.check.facts.figures import figures_in
from kh_docs.check.facts.known_days import KnownDays, known_days
from kh_docs.check.facts.known_figures import KnownFigures, known_figures
from kh_docs.check.facts.listed_targets import listed_in
from kh_docs.check.facts.mentions import KnownMentions, known_mentions, mentions_in
from kh_docs.check.facts.misquoted import PlanWords, misquoted_in
from kh_docs.check.facts.names import KnownNames, bodies_in, known_names, units_in
from kh_docs.check.facts.parts_counted import PartsCounted
from kh_docs.check.facts.passages import Passage, passages, sentences
from kh_docs.check.facts.quotations import KnownQuotations, known_quotations, quotations_in
from kh_docs.check.facts.references import Known, known_references, references_in
from kh_docs.check.facts.signers import Signer
from kh_docs.check.facts.spans import KnownSpans, known_spans, spans_in
from kh_docs.check.facts.units_given import units_given_in
from kh_docs.check.facts.verbatim import Verbatim
from kh_docs.check.facts.weights import Weights, weights_of
from kh_docs.check.places import Place
from kh_docs.facts.unit_plan import UnitPlan
from kh_docs.model.book import Book
from kh_docs.model.in_force import InForce
from kh_docs.model.units import Unit

__all__ = ["Fact", "PlanFacts", "State", "What", "facts_of", "plan_facts"]

_STATES: Final = ("contradicts", "unknown", "matched")


class PlanFacts(NamedTuple):
    """All that a plan says, ready to be asked."""

    references: dict[str, Known]
    days: KnownDays
    figures: KnownFigures
    names: KnownNames
    communes: KnownCommunes
    absent: AbsentBodies
    signer: Signer
    parts: PartsCounted
    spans: KnownSpans
    doers: KnownDoers
    choices: KnownChoices
    quotations: KnownQuotations
    mentions: KnownMentions
    words: PlanWords
    verbatim: Verbatim
    weights: Weights
    year: int


def plan_facts(book: Book, unit: Unit | None, in_force: InForce) -> PlanFacts:
    """What the plan says; of one unit where it is given."""
    own = UnitPlan(book, unit, book.head.issued_on) if unit is not None else None
    parts = (part for clause in book.clauses for part in sentences(clause.text))
    weights = weights_of(parts, book.head.abstract)
    attribution = Attribution(book.head.number)
    return PlanFacts(
        known_references(book),
        known_days(book, weights, attribution),
        known_figures(book, own, weights, attribution),
        known_names(book, in_force),
        known_communes(book, unit),
        absent_bodies(own),
        Signer(book),
        PartsCounted(book),
        known_spans(book, weights, attribution),
        known_doers(book, weights),
        known_choices(book, weights, attribution),
        known_quotations(book, weights, attribution),
        known_mentions(book, weights, attribution),
        PlanWords(book, weights, attribution),
        Verbatim(book, weights, attribution),
        weights,
        book.head.year,
    )


def facts_of(anatomy: Anatomy, plan: PlanFacts) -> list[Fact]:
    """What the document states, contradictions first, then in reading order."""
    days = _possible_days(anatomy, plan.year)
    own = [piece.paragraph for piece in (anatomy.header.number, anatomy.header.date) if piece is not None]
    facts = [
        Fact(
            said.what,
            said.literal,
            Place(passage.paragraph).in_words(said.literal),
            said.state,
            said.clause,
            said.expected,
            Place(passage.paragraph),
        )
        for passage in passages(anatomy.document.blocks)
        if not any(passage.paragraph is each for each in own)
        for said in _statements(passage, days, plan)
    ]
    return sorted(facts, key=lambda fact: _STATES.index(fact.state))


def _statements(passage: Passage, days: tuple[date, date], plan: PlanFacts) -> Iterator[Statement]:
    text = passage.text
    rest = text
    for said, end in references_in(text, plan.references, plan.weights):
        yield said
        # The day of a reference is told once, with it.
        rest = rest[: said.start] + " " * (end - said.start) + rest[end:]
    told_elsewhere = passage._replace(text=rest, whole=text)
    given = tuple(units_given_in(told_elsewhere, plan.figures))
    yield from given
    yield from enough_in(told_elsewhere, plan.figures)
    listed = tuple(listed_in(told_elsewhere, plan.figures))
    yield from listed
    for said in (*days_in(told_elsewhere, plan.days), *figures_in(told_elsewhere, plan.figures)):
        if any((said.what, said.start) == (each.what, each.start) for each in listed):
            continue
        if any(_is_told_by(said, each) for each in given):
            continue
        again = said.state == "contradicts" and plan.verbatim.repeats(told_elsewhere, said)
        yield said._replace(state="matched", expected="") if again else said
    yield from spans_in(passage, plan.spans)
    yield from doers_in(passage, plan.doers)
    yield from choices_in(passage, plan.choices)
    yield from quotations_in(passage, plan.quotations, plan.words)
    yield from misquoted_in(passage, plan.words)
    yield from mentions_in(passage, plan.mentions)
    yield from units_in(text, days, plan.names)
    yield from communes_in(text, plan.communes)
    yield from absent_in(text, plan.absent)
    yield from plan.signer.wrong_in(text)
    yield from plan.parts.wrong_in(text)
    yield from bodies_in(text, days, plan.names)


def _is_told_by(said: Statement, given: Statement) -> bool:
    """Whether both say that a unit is none of those that the plan names; one of them is enough."""
    same = (said.state, said.clause, said.expected) == (given.state, given.clause, given.expected)
    return same and said.what in ("unit", "figure")


def _possible_days(anatomy: Anatomy, year: int) -> tuple[date, date]:
    """The day of the document; of a draft all days of its year, or of the plan's."""
    issued = anatomy.issued_on
    if issued is not None and anatomy.is_dated:
        return issued, issued
    year = issued.year if issued is not None else year
    return date(year, 1, 1), date(year, 12, 31)
