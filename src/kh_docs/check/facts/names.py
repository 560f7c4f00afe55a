"""Units and bodies that are named, held against the catalogue of units and the bodies of that day."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final, NamedTuple

from kh_docs.check.facts.days_told import days_told
from kh_docs.check.facts.fact import Statement
from kh_docs.check.facts.passages import placed_sentences
from kh_docs.check.past import is_told_as_past
from kh_docs.check.words import LOWER, UPPER
from kh_docs.facts.dates_vi import short_date
from kh_docs.facts.unit_words import unit_words
from kh_docs.i18n import _
from kh_docs.model.book import Book
from kh_docs.model.in_force import Body, InForce
from kh_docs.model.units import Unit
from kh_docs.patterns import re

_WORD: Final = rf"[{UPPER}][^\W\d_]*"
_MOST_WORDS: Final = 4
_BODY: Final = re.compile(
    rf"\b(?:Sở|Bộ|Cục|Chi cục) {_WORD}(?:(?:,| và| -)? {_WORD}| [{LOWER}]+(?= {_WORD}))*"
)

# “UBND các xã, phường” is not “UBND các xã”.
_GOES_ON: Final = re.compile(r"(, | và )(xã|phường|thị trấn|đặc khu|huyện|thị xã|thành phố)\b")


# “Xã A, tỉnh B”.
_ELSEWHERE: Final = re.compile(rf",? (?:thuộc |của )?(?:tỉnh|huyện|thành phố) [{UPPER}]")


class KnownNames(NamedTuple):
    """Types by the name of each unit; when each body exists; bodies that are no more or not yet."""

    types: Mapping[str, frozenset[str]]
    unit: re.Pattern[str]
    bodies: Mapping[str, tuple[tuple[date | None, date | None], ...]]
    body: re.Pattern[str]
    dated: tuple[tuple[str, Body], ...]
    clauses: tuple[tuple[str, str], ...]
    place: str
    # Full names of units that are not there yet, each with its first day.
    coming: Mapping[str, date]


def known_names(book: Book, in_force: InForce) -> KnownNames:
    """All units with those below them, and every body of every role under its names."""
    types: dict[str, set[str]] = {}
    for unit in book.units.values():
        for each in (unit, *unit.children):
            types.setdefault(each.name, set()).add(each.type)
    for former in book.former:
        types.setdefault(former.name, set()).add(former.type)
    types.setdefault(book.head.place, set()).add(_type_of_place(book))
    bodies: dict[str, list[tuple[date | None, date | None]]] = {}
    for role in book.roles:
        for name in _names_of(role.name, role.names, role.level, book):
            bodies.setdefault(name, []).append((role.from_day, role.until))
    names = {kind for kinds in types.values() for kind in kinds if kind}
    kinds = "|".join(
        f"(?:{each[0]}|{each[0].upper()}){each[1:]}" for each in sorted(names, key=len, reverse=True)
    )
    unit_pattern = re.compile(rf"\b(?P<type>{kinds}) (?P<name>{_WORD}(?: {_WORD}){{0,{_MOST_WORDS - 1}}})")
    body_pattern = re.compile(
        "|".join(re.escape(each) for each in sorted(bodies, key=len, reverse=True)) or "(?!)"
    )
    return KnownNames(
        {name: frozenset(found) for name, found in types.items()},
        unit_pattern,
        {name: tuple(spans) for name, spans in bodies.items()},
        body_pattern,
        tuple((name, body) for body in in_force.bodies for name in body.names),
        tuple((clause.id, clause.text) for clause in book.clauses),
        book.head.place,
        book.coming,
    )


def _type_of_place(book: Book) -> str:
    """“tỉnh” out of “Ủy ban nhân dân tỉnh …”."""
    return book.head.issuer.removesuffix(book.head.place).split()[-1]


def _names_of(name: str, names: Mapping[str, str], level: str, book: Book) -> Iterator[str]:
    """A name with the words of each type of unit put in."""
    example: dict[str, Unit] = {}
    for unit in book.units.values():
        example.setdefault(unit.type, unit)
    for kind, unit in example.items():
        text = names.get(kind) or name
        if text and "unit." not in text:
            yield text
        elif text and book.types[kind].level == level:
            yield unit_words(unit, book.types, book.issuers).filled(text)


def units_in(text: str, days: tuple[date, date], known: KnownNames) -> Iterator[Statement]:
    """Each unit that is named with its type; `days`: the first and last that the document may have."""
    for match in known.unit.finditer(text):
        words = match["name"].split()
        for count in range(len(words), 0, -1):
            name = " ".join(words[:count])
            kind, literal = match["type"].lower(), f"{match['type']} {name}"
            plain = Statement("unit", literal, match.start())
            since = known.coming.get(f"{kind} {name}")
            if since is not None:
                _first, last = days_told(text, match.end(), days)
                early = since > last and not _ELSEWHERE.match(text, match.start() + len(literal))
                expected = _("{unit} chỉ có từ ngày {day}").format(unit=literal, day=short_date(since))
                yield plain._replace(state="contradicts", expected=expected) if early else plain
                break
            if name in known.types:
                if name == known.place and kind not in known.types[name]:
                    # A town or a commune may have the province's name.
                    yield plain
                elif kind in known.types[name] or any(literal in words for _clause, words in known.clauses):
                    yield plain._replace(state="matched")
                else:
                    right = " / ".join(f"{each} {name}" for each in sorted(known.types[name]))
                    yield plain._replace(state="contradicts", expected=right)
                break
        else:
            yield Statement("unit", match[0], match.start())


def bodies_in(text: str, days: tuple[date, date], known: KnownNames) -> Iterator[Statement]:
    """Each body that is named; `days`: the first and last on which the document may be dated."""
    taken: list[tuple[int, int]] = []
    for name, body in known.dated:
        if name not in text:
            continue
        start = text.index(name)
        first, last = days_told(text, start + len(name), days)
        low, part = next(each for each in placed_sentences(text) if start < each[0] + len(each[1]))
        gone = body.until is not None and body.until < first
        early = body.since is not None and body.since > last
        if (gone or early) and not is_told_as_past(part, start - low, start - low + len(name)):
            taken.append((start, start + len(name)))
            yield Statement("body", name, start, "contradicts", "", body.now)
    for match in known.body.finditer(text):
        free = not any(low < match.end() and match.start() < high for low, high in taken)
        if free and not _GOES_ON.match(text, match.end()):
            taken.append(match.span())
            yield _in_office(Statement("body", match[0], match.start()), days, known)
    for match in _BODY.finditer(text):
        if not any(low < match.end() and match.start() < high for low, high in taken):
            clause = next((each for each, words in known.clauses if match[0] in words), None)
            plain = Statement("body", match[0], match.start())
            yield plain if clause is None else plain._replace(state="matched", clause=clause)


def _in_office(plain: Statement, days: tuple[date, date], known: KnownNames) -> Statement:
    spans = known.bodies[plain.literal]
    first, last = days
    # “UBND các xã” names no body.
    if " các " in plain.literal or any(
        (start is None or start <= last) and (end is None or first <= end) for start, end in spans
    ):
        return plain._replace(state="matched")
    return plain._replace(state="contradicts")
