"""What every document has around its text: header, title, signature, recipients, properties."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from kh_docs.decree30 import PARTS
from kh_docs.documents.runs import DOTS, Controls
from kh_docs.documents.speech import Speech
from kh_docs.facts.dates_vi import long_date
from kh_docs.facts.first_letters import capital
from kh_docs.facts.recipients import recipients, working_bodies
from kh_docs.layout.header import under_abstract
from kh_docs.render.values import Block, Run
from kh_docs.word.widths import text_width_mm

# Of the names of issuers under this width each has the shorter line under it (layout.header).
NARROW_MM = 35.0


class Given(NamedTuple):
    """What is known only at signing; None stays a plain blank (interface.md)."""

    issued_on: date | None = None
    number: str | None = None


class Frame(NamedTuple):
    """The document type's own words: “KẾ HOẠCH”, its whole symbol, its name in file properties."""

    type_name: str
    symbol: str
    noun: str


def frame_of(speech: Speech, type_name: str, symbol: str) -> Frame:
    """The frame of a document that the unit issues."""
    return Frame(type_name.upper(), f"{symbol}-{speech.unit_plan.issuer.symbol}", type_name)


def issued_by_unit(
    speech: Speech, frame: Frame, parts: dict[str, list[Block]], given: Given
) -> dict[str, Any]:
    """What every document that the unit issues prints around its body and annex tables."""
    return {
        "props": properties(speech, frame, lines(parts["abstract"])),
        "header": header(speech, frame, given),
        "type_name": frame.type_name,
        "abstract": slots(parts["abstract"]),
        "under_abstract": under_abstract(lines(parts["abstract"])),
        "body": parts["body"],
        "recipients": _recipients(speech, parts),
        "signature": signature(speech),
        "terms": terms(speech),
    }


def _recipients(speech: Speech, parts: dict[str, list[Block]]) -> list[list[Run]]:
    """Those whom the wording names; where it names none, those who follow from the unit and its tasks."""
    if "recipients" in parts:
        return slots(parts["recipients"])
    channels = speech.unit_plan.book.head.channels
    channel = channels.plan if speech.recipe.looks_ahead else channels.report
    found = recipients(speech.unit_plan, channel, working_bodies(speech.unit_plan))
    return [[Run("text", line)] for line in found]


def header(speech: Speech, frame: Frame, given: Given) -> dict[str, Any]:
    """Agency, number and date lines (PL I, P.I, II.2-II.4) of a document that the unit issues."""
    issuer, controls = speech.unit_plan.issuer, speech.controls
    return {
        "agency_top": issuer.agency_top,
        "agency_top_bold": True,
        "agency": issuer.agency,
        "agency_narrow": is_narrow(issuer.agency),
        "number": number_line(controls, frame, given),
        "place_date": place_date(controls, issuer.place, str(speech.unit_plan.book.head.year), given),
    }


def is_narrow(agency: str) -> bool:
    """Whether the line that is drawn under most names would be more than half as long as this one."""
    return text_width_mm(agency, PARTS["co_quan_ban_hanh"].size_pt.ours, bold=True) < NARROW_MM


def number_line(controls: Controls, frame: Frame, given: Given) -> list[Run]:
    """`Số:       /KH-UBND`."""
    return [
        Run("text", "Số: "),
        controls.space("so_van_ban.gia_tri", "Số văn bản", two_digits(given.number)),
        Run("text", f"/{frame.symbol}"),
    ]


def two_digits(number: str | None) -> str:
    """A number under 10 gets its zero (PL I, P.I, II.3.a)."""
    return number.zfill(2) if number else ""


def place_date(controls: Controls, place: str, year: str, given: Given) -> list[Run]:
    """`Nam Đàn, ngày      tháng      năm 2024`, or the date once it is given."""
    if given.issued_on:
        return [Run("text", f"{place}, {long_date(given.issued_on)}")]
    return [
        Run("text", f"{place}, ngày "),
        controls.space("ngay_ban_hanh.ngay", "Ngày ban hành", width=4),
        Run("text", " tháng "),
        controls.space("ngay_ban_hanh.thang", "Tháng ban hành", width=4),
        Run("text", f" năm {year}"),
    ]


def signature(speech: Speech) -> dict[str, Any]:
    """On whose behalf, the post, the name (PL I, P.I, II.7.b)."""
    signer = speech.unit_plan.local.signer
    name = speech.controls.blank(
        "nguoi_ky.ho_ten", "Họ và tên người ký", "Chữ ký, cuối văn bản", signer.name, DOTS
    )
    return {"authority": list(speech.unit_plan.issuer.signs), "name": [name]}


def properties(speech: Speech, frame: Frame, abstract: list[str]) -> dict[str, str]:
    """The file's properties in Word; the keywords are the mark by which our own files are known."""
    unit_plan = speech.unit_plan
    title = f"{frame.noun} {' '.join(abstract)[0].lower()}{' '.join(abstract)[1:]}"
    return {
        "title": title,
        "subject": speech.context["plan"].full_citation,
        "author": unit_plan.issuer.short,
        "keywords": f"kh-docs:{unit_plan.book.head.id}:{unit_plan.unit.id}:{speech.recipe.kind}",
        "comments": f"Dự thảo lập từ dữ liệu {unit_plan.book.head.id}",
    }


def lines(blocks: list[Block]) -> list[str]:
    """Blocks that are bare lines of text."""
    return ["".join(run.text for run in block.runs) for block in blocks]


def named(blocks: list[Block]) -> dict[str, str]:
    """Lines of the form “name | text” as a mapping."""
    pairs = (line.split("|", 1) for line in lines(blocks))
    return {name.strip(): text.strip() for name, text in pairs}


def terms(speech: Speech) -> dict[str, str]:
    """Words that the heads of table columns use."""
    unit = speech.context["unit"]
    return {
        "unit_type": unit.type,
        "children": capital(unit.child_types),
        "plan": speech.context["plan"].short_citation,
    }


def slots(blocks: list[Block]) -> list[list[Run]]:
    """Blocks as a list of printed slots, e.g. the recipients."""
    return [block.runs for block in blocks]
