"""Inspection minutes (biên bản, Mẫu 1.9) with checklist, sheet for a model and list of files."""

from __future__ import annotations

from typing import NamedTuple

from kh_docs.documents import checklist_table
from kh_docs.documents.annexes import Head, heads
from kh_docs.documents.checklist_table import PrintedItem, PrintedSummary
from kh_docs.documents.file_properties import Properties, properties
from kh_docs.documents.form_mark import FormMark, form_mark
from kh_docs.documents.given import Frame, Given
from kh_docs.documents.header import Header, number_line
from kh_docs.documents.lines import lines, named, slots
from kh_docs.documents.markup import Parts
from kh_docs.documents.model_sheet import PrintedSheet, model_sheets
from kh_docs.documents.runs import YES_NO, words
from kh_docs.documents.speech import Speech
from kh_docs.documents.terms import Terms, terms
from kh_docs.facts.dates_vi import day_and_month
from kh_docs.layout.header import under_abstract
from kh_docs.layout.lines import Line
from kh_docs.model.forms import Indicator
from kh_docs.render.values import Block, Slot

FRAME = Frame("BIÊN BẢN", "BB-ĐKT", "Biên bản")
TEAM = "ĐOÀN KIỂM TRA"


class PrintedFigure(NamedTuple):
    """A figure compared between report, files and what is found on the spot."""

    tt: Slot
    text: Slot
    reported: Slot
    filed: Slot
    actual: Slot
    note: Slot


class PrintedRemedy(NamedTuple):
    """A row of the table of remedies."""

    tt: Slot
    text: Slot
    body: Slot
    due: Slot


class PrintedFile(NamedTuple):
    """A row of the list of files: handed over, or still missing."""

    tt: Slot
    text: Slot
    given: Slot
    missing: Slot
    note: Slot


class Signatures(NamedTuple):
    """The names under the minutes."""

    secretary: Slot
    inspected: Slot
    leader: Slot


class Annexes(NamedTuple):
    """The heads of the annexes; None where the plan's data have nothing for one."""

    checklist: Head
    sheet: Head | None
    dossier: Head | None


class MinutesContext(NamedTuple):
    """Everything phieu-kiem-tra.docx prints."""

    props: Properties
    header: Header
    type_name: str
    abstract: list[Slot]
    under_abstract: Line
    opening: list[Block]
    summary: list[PrintedSummary]
    after_summary: list[Block]
    figures: list[PrintedFigure]
    after_figures: list[Block]
    remedies: list[PrintedRemedy]
    closing: list[Block]
    signatures: Signatures
    recipients: list[Slot]
    annexes: Annexes
    terms: Terms
    checklist: list[PrintedItem]
    dossier: list[PrintedFile]
    sheets: list[PrintedSheet]
    form: FormMark

    @property
    def annexed(self) -> bool:
        return True


def province(speech: Speech, given: Given) -> MinutesContext:
    """The province police's team inspects the unit."""
    head = speech.unit_plan.book.head
    body = head.standing_body
    above = (f"{body.name} {head.place}" if body else head.issuer).upper()
    return _context(speech, given, "province", above)


def district(speech: Speech, given: Given) -> MinutesContext:
    """The unit's own team inspects a commune, whose name is a blank."""
    # What the unit has told us is about itself, not about the commune inspected.
    speech.controls.answers = {}
    # The name breaks after “nhân dân”, never inside the unit's own.
    issuer = speech.unit_plan.issuer
    name = issuer.agency.replace(" ", "\u00a0")
    return _context(speech, given, "district", f"{issuer.agency_top} {name}")


def written(speech: Speech, given: Given) -> Parts:
    """The parts of the wording, and the names under the signatures."""
    # --date is here only the day on which the inspection starts (interface.md).
    day, month = day_and_month(given.issued_on) if given.issued_on else ("", "")
    speech.context["start"] = {"day": day, "month": month}
    rate = {"ty_le_dat.gia_tri": checklist_table.pass_rate(speech, speech.recipe.variant)}
    speech.controls.answers = {**rate, **speech.controls.answers}
    speech.context["critical"] = checklist_table.critical_codes(speech, speech.recipe.variant)
    parts = speech.parts()
    parts["signatures"] = [
        Block("signature", [speech.controls.blank(f"ky_{side}.ho_ten", title, "Chữ ký, cuối biên bản")])
        for side, title in SIDES.items()
    ]
    return parts


def _context(speech: Speech, given: Given, inspector: str, above: str) -> MinutesContext:
    parts = written(speech, given)
    abstract = lines(parts["abstract"])
    undated = Given(None, given.number)
    # Kept on one line where the note of an annex wraps.
    issuer = "Đoàn\u00a0kiểm\u00a0tra"
    dossier = _dossier(speech, inspector)
    upright = {"sheet": bool(speech.unit_plan.book.sheet.info.fields), "dossier": bool(dossier)}
    there = [name for name, printed in upright.items() if printed]
    found = heads(speech, FRAME, undated, named(parts["annex_titles"]), ["checklist", *there], issuer)
    for name in there[:1]:
        # The checklist lies wide and so ends its section itself.
        found[name] = found[name]._replace(later=False)
    return MinutesContext(
        props=properties(speech, FRAME, abstract),
        header=Header(above, False, TEAM, False, number_line(speech.controls, FRAME, given)),
        type_name=FRAME.type_name,
        abstract=slots(parts["abstract"]),
        under_abstract=under_abstract(abstract),
        opening=parts["opening"],
        summary=checklist_table.summary_rows(speech, inspector),
        after_summary=parts["after_summary"],
        figures=_figures(speech, inspector),
        after_figures=parts["after_figures"],
        remedies=_remedies(speech),
        closing=parts["closing"],
        signatures=Signatures(*slots(parts["signatures"])),
        recipients=slots(parts["recipients"]),
        annexes=Annexes(found["checklist"], found.get("sheet"), found.get("dossier")),
        terms=terms(speech),
        checklist=checklist_table.item_rows(speech, inspector),
        dossier=dossier,
        sheets=model_sheets(speech, known=inspector == "province"),
        form=form_mark(speech),
    )


# In the order of Signatures.
SIDES = {
    "secretary": "Họ và tên Thư ký",
    "inspected": "Họ và tên đại diện đơn vị được kiểm tra",
    "leader": "Họ và tên Trưởng đoàn",
}


def _figures(speech: Speech, inspector: str) -> list[PrintedFigure]:
    """Figures compared between report, files and what is found on the spot."""
    book = speech.unit_plan.book
    indicators = {item.id: item for item in book.indicators.indicators}
    rows = []
    with speech.table("doi_chieu", "Số liệu đối chiếu (báo cáo, hồ sơ, thực tế)", "Bảng số liệu đối chiếu"):
        for number, name in enumerate(getattr(book.checklist.figures, inspector), 1):
            rows.append(_figure_row(speech, number, indicators[name], inspector))
    return rows


def _figure_row(speech: Speech, number: int, item: Indicator, inspector: str) -> PrintedFigure:
    short = item.short or item.label
    known = _reported(speech, item) if inspector == "province" else ""
    cells = {
        field: speech.cell(
            f"{item.id}.{column}", f"{short[:46]} – {title}", known if column == "bao_cao" else ""
        )
        for field, (column, title) in FIGURE_COLUMNS.items()
    }
    cells["note"] = speech.note_cell(f"{item.id}.ghi_chu_kt", f"{short[:46]} – ghi chú")
    return PrintedFigure(words(str(number)), words(with_measure(item)), **cells)


def _reported(speech: Speech, item: Indicator) -> str:
    """The figure of the unit's last report before the day of inspection, as far as its data hold it."""
    plan = speech.unit_plan
    before = [period for period in plan.book.head.periods if period.to_day <= plan.reference]
    if not before:
        return ""
    last = max(before, key=lambda period: period.to_day)
    return plan.local.answers.get(last.kind, {}).get(f"{item.id}.ky_nay", "")


FIGURE_COLUMNS = {
    "reported": ("bao_cao", "báo cáo"),
    "filed": ("ho_so", "hồ sơ"),
    "actual": ("thuc_te", "thực tế"),
}


def with_measure(item: Indicator) -> str:
    """What is counted, and in what."""
    return f"{item.label} ({item.measure})" if item.measure else item.label


def _remedies(speech: Speech) -> list[PrintedRemedy]:
    columns = {"text": "Nội dung kiến nghị", "body": "Đơn vị thực hiện", "due": "Thời hạn khắc phục"}
    with speech.table("kien_nghi", "Kiến nghị, yêu cầu, thời hạn khắc phục (nếu có)", "Bảng kiến nghị"):
        return [
            _remedy_row(speech, number, columns)
            for number in range(1, speech.unit_plan.book.checklist.remedies.rows + 1)
        ]


def _remedy_row(speech: Speech, number: int, columns: dict[str, str]) -> PrintedRemedy:
    tags = {field: f"kien_nghi.{field}.{number:02d}" for field in columns}
    # Once remedies are written down, the rows left over are no blanks.
    written = any(speech.controls.answer(f"kien_nghi.{field}.01") for field in columns)
    make = (
        speech.note_cell if written and not any(map(speech.controls.answer, tags.values())) else speech.cell
    )
    cells = {field: make(tags[field], f"{title}, dòng {number}") for field, title in columns.items()}
    return PrintedRemedy(words(str(number)), **cells)


def _dossier(speech: Speech, inspector: str) -> list[PrintedFile]:
    rows: list[PrintedFile] = []
    for item in speech.unit_plan.book.checklist.dossier:
        text = item.text if inspector == "province" else item.commune_text
        if not text:
            continue
        rows.append(
            PrintedFile(
                tt=words(str(len(rows) + 1)),
                text=speech.say(text, f"checklist.yaml, {item.id}"),
                given=[speech.controls.choice(f"{item.id}.da_cung_cap", f"{item.id} – đã cung cấp", YES_NO)],
                missing=[speech.controls.choice(f"{item.id}.con_thieu", f"{item.id} – còn thiếu", YES_NO)],
                note=speech.note_cell(f"{item.id}.ghi_chu", f"{item.id} – ghi chú"),
            )
        )
    return rows
