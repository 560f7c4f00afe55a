"""Inspection minutes (biên bản, Mẫu 1.9) with checklist, sheet for a model and list of files."""

from __future__ import annotations

from kh_docs.documents.annexes import heads
from kh_docs.documents.checklist_items import critical_numbers, pass_rate
from kh_docs.documents.checklist_summary import summary_rows
from kh_docs.documents.checklist_table import item_rows, left_out
from kh_docs.documents.compared_figures import figure_rows
from kh_docs.documents.dossier import dossier_rows
from kh_docs.documents.file_properties import properties
from kh_docs.documents.form_mark import form_mark
from kh_docs.documents.given import Frame, Given
from kh_docs.documents.header import Header, number_line
from kh_docs.documents.lines import lines, named, slots
from kh_docs.documents.minutes_context import Annexes, MinutesContext, Signatures
from kh_docs.documents.model_sheet import model_sheets
from kh_docs.documents.parts import Parts
from kh_docs.documents.remedies import remedy_rows
from kh_docs.documents.speech import Speech
from kh_docs.documents.terms import terms
from kh_docs.facts.dates_vi import day_and_month
from kh_docs.layout.header import under_abstract
from kh_docs.render.values import Block

FRAME = Frame("BIÊN BẢN", "BB-ĐKT", "Biên bản")
TEAM = "ĐOÀN KIỂM TRA"


def province(speech: Speech, given: Given) -> MinutesContext:
    """The province's team inspects the unit."""
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
    rate = {"ty_le_dat.gia_tri": pass_rate(speech, speech.recipe.variant)}
    speech.controls.answers = {**rate, **speech.controls.answers}
    speech.context["critical"] = critical_numbers(speech, speech.recipe.variant)
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
    dossier = dossier_rows(speech, inspector)
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
        summary=summary_rows(speech, inspector),
        after_summary=parts["after_summary"],
        figures=figure_rows(speech, inspector),
        after_figures=parts["after_figures"],
        remedies=remedy_rows(speech),
        closing=parts["closing"],
        signatures=Signatures(*slots(parts["signatures"])),
        recipients=slots(parts["recipients"]),
        annexes=Annexes(found["checklist"], found.get("sheet"), found.get("dossier")),
        terms=terms(speech),
        checklist=item_rows(speech, inspector),
        left_out=left_out(speech, inspector),
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
