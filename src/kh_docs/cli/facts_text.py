"""Say how a document agrees with the plan: what contradicts, what nobody knows, what matches."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from kh_docs.check.facts import Fact, State, What
from kh_docs.facts.clause_names import clause_name
from kh_docs.i18n import N_, _

STATES: dict[State, str] = {
    "matched": N_("khớp kế hoạch"),
    "contradicts": N_("trái kế hoạch"),
    "unknown": N_("kế hoạch không nói đến"),
}
KINDS: dict[What, str] = {
    "figure": N_("số liệu"),
    "date": N_("thời hạn, ngày"),
    "reference": N_("văn bản viện dẫn"),
    "unit": N_("đơn vị hành chính"),
    "body": N_("cơ quan"),
}


def facts_as_text(facts: Iterable[Fact]) -> Iterator[str]:
    """A line of counts, then every contradiction, then what has to be looked up elsewhere, by place."""
    facts = list(facts)
    counts = Counter(fact.state for fact in facts)
    yield "  " + ", ".join(f"{_(words)} {counts[state]}" for state, words in STATES.items())
    for fact in facts:
        if fact.state == "contradicts":
            mend = _("kế hoạch: {expected}").format(expected=fact.expected or _("không có vào ngày này"))
            clause = f" ({clause_name(fact.clause)})" if fact.clause else ""
            kind, state = _(KINDS[fact.what]), _(STATES[fact.state])
            yield f"  [{state}] {kind}, {fact.where}: {fact.literal} -> {mend}{clause}"
    unknown = Counter((fact.what, fact.literal) for fact in facts if fact.state == "unknown")
    for (what, literal), count in unknown.items():
        times = f" × {count}" if count > 1 else ""
        yield f"  [{_(STATES['unknown'])}] {_(KINDS[what])}: {literal}{times}"
