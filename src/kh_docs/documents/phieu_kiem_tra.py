"""Inspection minutes (biên bản, Mẫu 1.9) with checklist, sheet for a model and list of files."""

from __future__ import annotations

from typing import Any

from kh_docs.documents import checklist_table
from kh_docs.documents.annexes import heads
from kh_docs.documents.frame import Frame, Given, lines, named, number_line, properties, slots, terms
from kh_docs.documents.model_sheet import model_sheets
from kh_docs.documents.runs import YES_NO, words
from kh_docs.documents.speech import Speech
from kh_docs.facts.dates_vi import day_and_month
from kh_docs.layout.header import under_abstract
from kh_docs.model.forms import Indicator
from kh_docs.render.values import Block, Run

FRAME = Frame("BIÊN BẢN", "BB-ĐKT", "Biên bản")
TEAM = "ĐOÀN KIỂM TRA"


def province(speech: Speech, given: Given) -> dict[str, Any]:
    """The province police's team inspects the unit."""
    head = speech.unit_plan.book.head
    body = head.standing_body
    heading = {
        "agency_top": (f"{body.name} {head.place}" if body else head.issuer).upper(),
        "agency_top_bold": False,
        "agency": TEAM,
        "agency_narrow": False,
    }
    return _context(speech, given, "province", heading)


def district(speech: Speech, given: Given) -> dict[str, Any]:
    """The unit's own team inspects a commune, whose name is a blank."""
    # What the unit has told us is about itself, not about the commune inspected.
    speech.controls.answers = {}
    # The name breaks after “nhân dân”, never inside the unit's own.
    issuer = speech.unit_plan.issuer
    name = issuer.agency.replace(" ", "\u00a0")
    heading = {
        "agency_top": f"{issuer.agency_top} {name}",
        "agency_top_bold": False,
        "agency": TEAM,
        "agency_narrow": False,
    }
    return _context(speech, given, "district", heading)


def written(speech: Speech, given: Given) -> dict[str, list[Block]]:
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


def _context(speech: Speech, given: Given, inspector: str, heading: dict[str, Any]) -> dict[str, Any]:
    parts = written(speech, given)
    abstract = lines(parts["abstract"])
    undated = Given(None, given.number)
    # Kept on one line where the note of an annex wraps.
    issuer = "Đoàn\u00a0kiểm\u00a0tra"
    dossier = _dossier(speech, inspector)
    upright = {"sheet": bool(speech.unit_plan.book.sheet.info.fields), "dossier": bool(dossier)}
    there = [name for name, printed in upright.items() if printed]
    annexes = heads(speech, FRAME, undated, named(parts["annex_titles"]), ["checklist", *there], issuer)
    for name in there[:1]:
        # The checklist lies wide and so ends its section itself.
        annexes[name]["later"] = False
    return {
        "props": properties(speech, FRAME, abstract),
        "header": {**heading, "number": number_line(speech.controls, FRAME, given), "place_date": []},
        "type_name": FRAME.type_name,
        "abstract": slots(parts["abstract"]),
        "under_abstract": under_abstract(abstract),
        "opening": parts["opening"],
        "summary": checklist_table.summary_rows(speech, inspector),
        "after_summary": parts["after_summary"],
        "figures": _figures(speech, inspector),
        "after_figures": parts["after_figures"],
        "remedies": _remedies(speech),
        "closing": parts["closing"],
        "signatures": dict(zip(SIDES, slots(parts["signatures"]), strict=True)),
        "recipients": slots(parts["recipients"]),
        "annexes": {**dict.fromkeys(upright), **annexes},
        "terms": terms(speech),
        "checklist": checklist_table.item_rows(speech, inspector),
        "dossier": dossier,
        "sheets": model_sheets(speech, known=inspector == "province"),
    }


SIDES = {
    "secretary": "Họ và tên Thư ký",
    "inspected": "Họ và tên đại diện đơn vị được kiểm tra",
    "leader": "Họ và tên Trưởng đoàn",
}


def _figures(speech: Speech, inspector: str) -> list[dict[str, Any]]:
    """Figures compared between report, files and what is found on the spot."""
    book = speech.unit_plan.book
    indicators = {item.id: item for item in book.indicators.indicators}
    rows = []
    with speech.table("doi_chieu", "Số liệu đối chiếu (báo cáo, hồ sơ, thực tế)", "Bảng số liệu đối chiếu"):
        for number, name in enumerate(getattr(book.checklist.figures, inspector), 1):
            rows.append(_figure_row(speech, number, indicators[name], inspector))
    return rows


def _figure_row(speech: Speech, number: int, item: Indicator, inspector: str) -> dict[str, Any]:
    short = item.short or item.label
    known = _reported(speech, item) if inspector == "province" else ""
    cells = {
        field: speech.cell(
            f"{item.id}.{column}", f"{short[:46]} – {title}", known if column == "bao_cao" else ""
        )
        for field, (column, title) in FIGURE_COLUMNS.items()
    }
    cells["note"] = speech.note_cell(f"{item.id}.ghi_chu_kt", f"{short[:46]} – ghi chú")
    return {"tt": words(str(number)), "text": words(with_measure(item)), **cells}


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


def _remedies(speech: Speech) -> list[dict[str, list[Run]]]:
    columns = {"text": "Nội dung kiến nghị", "body": "Đơn vị thực hiện", "due": "Thời hạn khắc phục"}
    with speech.table("kien_nghi", "Kiến nghị, yêu cầu, thời hạn khắc phục (nếu có)", "Bảng kiến nghị"):
        return [
            _remedy_row(speech, number, columns)
            for number in range(1, speech.unit_plan.book.checklist.remedies.rows + 1)
        ]


def _remedy_row(speech: Speech, number: int, columns: dict[str, str]) -> dict[str, list[Run]]:
    tags = {field: f"kien_nghi.{field}.{number:02d}" for field in columns}
    # Once remedies are written down, the rows left over are no blanks.
    written = any(speech.controls.answer(f"kien_nghi.{field}.01") for field in columns)
    make = (
        speech.note_cell if written and not any(map(speech.controls.answer, tags.values())) else speech.cell
    )
    cells = {field: make(tags[field], f"{title}, dòng {number}") for field, title in columns.items()}
    return {"tt": words(str(number)), **cells}


def _dossier(speech: Speech, inspector: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    for item in speech.unit_plan.book.checklist.dossier:
        text = item.text if inspector == "province" else item.commune_text
        if not text:
            continue
        rows.append(
            {
                "tt": words(str(len(rows) + 1)),
                "text": speech.say(text, f"checklist.yaml, {item.id}"),
                "given": [
                    speech.controls.choice(f"{item.id}.da_cung_cap", f"{item.id} – đã cung cấp", YES_NO)
                ],
                "missing": [speech.controls.choice(f"{item.id}.con_thieu", f"{item.id} – còn thiếu", YES_NO)],
                "note": speech.note_cell(f"{item.id}.ghi_chu", f"{item.id} – ghi chú"),
            }
        )
    return rows
