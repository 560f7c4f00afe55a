"""How names of units stand in a text: with their type, in lists, and which unit each is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kh_docs.model.units import Unit
from kh_docs.planning.spans import Span
from kh_docs.text import slug, spelt_alike

TYPES = r"thành phố|thị xã|huyện|quận|thị trấn|phường|đặc khu|xã|TP\.?|TX\.?"
TYPE_WORDS = frozenset(("thành", "thị", "huyện", "quận", "phường", "đặc", "xã", "tp.", "tx."))
NAME = r"[^\W\d_a-zđ]\w*(?:\s+[^\W\d_a-zđ]\w*){0,3}"
_TYPED = re.compile(rf"(?<!\w)(?P<type>(?i:{TYPES}))\s+(?P<name>{NAME})")
_NEXT = re.compile(rf"(?:\s*[,;]\s*|\s+và\s+)(?:(?P<type>{TYPES})\s+)?(?P<name>{NAME})")
_LIST = re.compile(rf"(?:gồm(?: có)?|như|là|sau)\s*:\s*(?P<name>{NAME})")
# “các xã ven biển: …”, “huyện miền núi (…)”, “…; Thanh Chương 04 xã”: names without a type of their own.
_QUALIFIED = re.compile(
    rf"(?<!\w)(?i:{TYPES})(?:\s+[^\W\d_A-ZĐ]+){{0,4}}\s*[:(]\s*(?!(?i:{TYPES})\s)(?P<name>{NAME})"
    rf"|(?:^|[;:(\n]\s*)(?!(?i:{TYPES})\s)(?P<counted>{NAME})(?=\s+(?:phấn đấu |có |đạt |xây dựng )?\d)"
)


def known_units(units: Iterable[Unit]) -> dict[tuple[str, str], Unit]:
    """Units by type and name, and by name alone where no other has it."""
    known: dict[tuple[str, str], Unit] = {}
    names: dict[str, set[str]] = {}
    for unit in units:
        for spelling in (unit.name, *unit.aliases):
            key = name_key(re.sub(rf"^(?:{TYPES})\s+", "", spelling, flags=re.IGNORECASE))
            known.setdefault((unit.type, key), unit)
            known.setdefault(("", key), unit)
            names.setdefault(key, set()).add(unit.id)
    return {(kind, key): unit for (kind, key), unit in known.items() if kind or len(names[key]) == 1}


def type_of(words: str) -> str:
    """“TX.”, “Thị xã”: thị xã."""
    short = {"tp": "thành phố", "tx": "thị xã", "h": "huyện", "p": "phường", "x": "xã", "tt": "thị trấn"}
    kind = words.lower().rstrip(".")
    return short.get(kind, kind)


def name_key(name: str) -> str:
    return spelt_alike(slug(name))


def mentions_in(text: str) -> Iterator[tuple[str, str, Span]]:
    """Type, name and place of each: one with its type, and those that a list goes on with."""
    position = 0
    while True:
        starts = [found for shape in (_TYPED, _LIST, _QUALIFIED) if (found := shape.search(text, position))]
        if not starts:
            return
        first = min(starts, key=lambda found: found.start())
        kind = type_of(first.groupdict().get("type") or "")
        named = "name" if first["name"] else "counted"
        yield kind, first[named], Span(first.start("type" if kind else named), first.end())
        position = first.end()
        while more := _NEXT.match(text, position):
            kind = type_of(more["type"] or "")
            yield kind, more["name"], Span(more.start("type") if kind else more.start("name"), more.end())
            position = more.end()
