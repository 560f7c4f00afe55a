"""Rules on what still exists on the day of the document: bodies named in it, acts it is based on."""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Final

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.past import is_told_as_past
from kh_docs.check.places import at
from kh_docs.check.registry import Fault, rule
from kh_docs.check.rules.bases import bases
from kh_docs.check.rules.two_tier import applies
from kh_docs.check.words import UPPER
from kh_docs.i18n import _
from kh_docs.model.in_force import Act, Body
from kh_docs.patterns import re

_CLAUSE: Final = "data/in_force.yaml"
_NAME: Final = rf"[{UPPER}]\w*(?: [{UPPER}]\w*){{0,3}}"
# “Xã Tằng Loỏng, huyện Bảo Thắng”: an address of the time with districts.
_ADDRESS: Final = re.compile(
    rf"\b(?:[Xx]ã|[Pp]hường|[Tt]hị trấn) {_NAME}, (?P<district>(?:[Hh]uyện|[Tt]hị xã|[Qq]uận) {_NAME})"
)


@rule("ND30-2T-BODY", "must", _CLAUSE)
def living_bodies(anatomy: Anatomy) -> Iterator[Fault]:
    """A body that is named exists on the day of the document, unless it is told as past.

    Bad:  "giao Sở Thông tin và Truyền thông" in 2026
    Good: "giao Sở Khoa học và Công nghệ"; "Sở Thông tin và Truyền thông (cũ)"
    """
    tables, day = anatomy.in_force, anatomy.issued_on
    gone: list[tuple[Body, tuple[str, ...]]] = [(body, ("",)) for body in tables.bodies_gone(day)]
    gone += [(unit, tuple(f"{holder} " for holder in tables.of_units)) for unit in tables.units_gone(day)]
    if not gone and not applies(anatomy):
        return
    paragraphs = [*anatomy.body_texts, *(piece.paragraph for piece in anatomy.closing.items)]
    # Of dozens hardly one is named in a document.
    together = "\n".join([paragraph.text for paragraph in paragraphs])
    gone = [(body, before) for body, before in gone if any(name in together for name in body.names)]
    for paragraph in paragraphs:
        for body, before in gone:
            assert body.until is not None  # it is gone
            for words, start in _named(paragraph.text, body, before):
                if not is_told_as_past(paragraph.text, start, start + len(words[0])):
                    told = _("{name} không còn từ {day} -> ghi {now}")
                    message = told.format(name=words[0], day=_next_day(body.until), now=words[1])
                    # A day that nobody has looked up is no reason to send a document back.
                    yield Fault(at(paragraph), *words, message, None if body.looked_up else "should")
        address = _ADDRESS.search(paragraph.text) if applies(anatomy) else None
        if address and not is_told_as_past(paragraph.text, *address.span()):
            message = _("{name} không còn từ {day} -> ghi {now}").format(
                name=address["district"], day="01/7/2025", now=_("tỉnh; xã, phường, đặc khu")
            )
            yield Fault(at(paragraph), address[0], _("tỉnh; xã, phường, đặc khu"), message)


def _named(text: str, body: Body, before: tuple[str, ...]) -> Iterator[tuple[tuple[str, str], int]]:
    """Each of its names with what stands before, what it is now, and where they stand first."""
    for name in body.names:
        if name in text:
            for each in before:
                if (start := text.find(each + name)) >= 0:
                    yield (each + name, each + body.now), start


@rule("ND30-BASIS-FORCE", "should", _CLAUSE)
def bases_in_force(anatomy: Anatomy) -> Iterator[Fault]:
    """An act on which a document is based is in force on its day.

    Bad:  "Căn cứ Luật Lưu trữ ngày 11 tháng 11 năm 2011" in 2026
    Good: the act that replaced it, or the old one in a document of 2020
    """
    gone = anatomy.in_force.acts_gone(anatomy.issued_on)
    for paragraph in bases(anatomy) if gone else ():
        for act in gone:
            if found := _cited(act).search(paragraph.text):
                message = _("Văn bản này hết hiệu lực từ {day} -> viện dẫn {by}")
                if not act.looked_up:
                    message = _("Văn bản này có thể đã hết hiệu lực từ {day} -> tra lại, viện dẫn {by}")
                told = message.format(day=_next_day(act.until), by=act.by)
                yield Fault(at(paragraph), found[0], act.by, told, None if act.looked_up else "info")


@lru_cache(256)
def _cited(act: Act) -> re.Pattern[str]:
    """How an act is cited: by its number; a law also by its name with its date or year."""
    number = rf"(?<!\d){re.escape(act.number)}"
    if act.dated is None:
        return re.compile(number)
    day = act.dated
    dates = rf"ngày 0?{day.day} ?(tháng|/|-) ?0?{day.month} ?(năm|/|-) ?{day.year}|năm {day.year}"
    name = re.escape(act.name).replace(r"\ ", " ")
    # "Luật sửa đổi, bổ sung một số điều của Luật Đất đai ngày …" is another law.
    return re.compile(rf"(?<!của ){name} ?({dates}|số {re.escape(act.number)})")


def _next_day(day: date) -> str:
    following = date.fromordinal(day.toordinal() + 1)
    return f"{following.day:02d}/{following.month}/{following.year}"
