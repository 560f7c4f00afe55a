"""Make the tracker: who sent what and when, and room for what the officer decides."""

from __future__ import annotations

from kh_docs.i18n import _
from kh_docs.returns.collecting import Collected, UnitReturn
from kh_docs.returns.decisions import Decisions
from kh_docs.returns.request import Request
from kh_docs.returns.sheets import Column, Value, write_table
from kh_docs.sheets.writing import looks
from kh_docs.sheets.writing.stored import stored

STATES = {"received": "đã nhận", "missing": "chưa nhận", "unreadable": "không đọc được"}
# Rows in which the officer corrects figures.
ROOM = 40


def tracker(request: Request, collected: Collected, decisions: Decisions) -> bytes:
    """The bytes of `theo-doi-<kind>-<year>.xlsx`, with the decisions taken so far."""
    workbook = looks.new_workbook()
    columns = [
        Column(_("Mã đơn vị"), 14), Column(_("Đơn vị"), 24), Column(_("Tình trạng"), 14),
        Column(_("Ngày nhận (sửa được)"), 14, open=True, centred=True),
        Column(_("Chậm (ngày)"), 9, centred=True),
        Column(_("Ô đã điền / phải điền"), 12, centred=True), Column(_("Câu hỏi"), 9, centred=True),
        Column(_("Lần gửi"), 8, centred=True), Column(_("Tệp"), 50), Column(_("Ghi chú"), 30, open=True),
    ]  # fmt: skip
    sheet = workbook.create_sheet(_("Theo dõi"))
    rows = [_row(request, collected, each, decisions) for each in collected.units]
    about = _("Ô màu vàng để cán bộ tổng hợp ghi; lần chạy sau lấy theo đó.")
    write_table(sheet, _("THEO DÕI BÁO CÁO CỦA CÁC ĐƠN VỊ"), about, columns, rows)
    corrections = [
        Column(_("Mã đơn vị"), 16, open=True), Column(_("Ô (mã chỉ tiêu.cột)"), 44, open=True),
        Column(_("Giá trị đúng"), 16, open=True, centred=True), Column(_("Lý do"), 60, open=True),
    ]  # fmt: skip
    filled: list[list[Value]] = [
        [each.unit, each.key, each.value, each.reason] for each in decisions.overrides
    ]
    filled += [[None] * 4 for _row_ in range(ROOM)]
    sheet = workbook.create_sheet(_("Sửa số"))
    about = _(
        "Mỗi dòng một số sửa sau khi hỏi đơn vị; không có lý do thì không lấy. Tên ô xem ở bảng “Nguồn”."
    )
    write_table(sheet, _("SỐ LIỆU SỬA SAU KHI HỎI LẠI"), about, corrections, filled)
    return stored(workbook, request.as_of)


def _row(request: Request, collected: Collected, each: UnitReturn, decisions: Decisions) -> list[Value]:
    asked = [cell for cell in collected.asked[each.unit] if not cell.reason]
    figures = each.newest.figures if each.newest else {}
    filled = sum(cell.key in figures and figures[cell.key].state != "blank" for cell in asked)
    questions = (len(each.newest.questions) if each.newest else 0) + len(each.conflicts)
    received = decisions.received_on.get(each.unit) or each.first_received_on
    return [
        each.unit,
        request.book.units[each.unit].full_name,
        _(STATES[each.state]),
        f"{received:%d/%m/%Y}" if received else None,
        each.days_late,
        f"{filled} / {len(asked)}" if each.newest else None,
        questions,
        each.version,
        each.newest.path if each.newest else None,
        None,
    ]
