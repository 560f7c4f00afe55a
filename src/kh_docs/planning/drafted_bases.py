"""Take the citations of a plan, give each cited document once, and the plan itself, as values of its data."""

from __future__ import annotations

from collections.abc import Sequence

from kh_docs.model.approval import PROPOSED
from kh_docs.model.plan import LegalBasis
from kh_docs.planning.bases import Basis
from kh_docs.planning.head import PlanHead
from kh_docs.text import slug


def bases_of(found: Sequence[Basis], head: PlanHead) -> tuple[LegalBasis, ...]:
    """Each document once, with all clauses that cite it; at last the plan itself."""
    # Its annexes say of what they are.
    found = [each for each in found if each.number != f"{head.number}/{head.symbol}"]
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
