"""Make the tracker: who sent what and when, what became of each file, what the officer decides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from openpyxl.worksheet.datavalidation import DataValidation

from kh_docs.i18n import N_, _
from kh_docs.returns.cell_codes import codes_of
from kh_docs.returns.collected import Collected, UnitReturn
from kh_docs.returns.decisions import Decisions
from kh_docs.returns.doubts import doubts_of
from kh_docs.returns.request import Request
from kh_docs.returns.sheets import HEAD_ROW, Column, Sheet, Value, new_workbook, write_table
from kh_docs.returns.tracker_form import CORRECTIONS, FILES, QUESTIONS, TRACKED, VERDICTS
from kh_docs.sheets.writing.stored import stored

STATES = {"received": N_("đã nhận"), "missing": N_("chưa nhận"), "unreadable": N_("không đọc được")}
STATUSES = {
    "read": N_("đã đọc"),
    "superseded": N_("bản cũ"),
    "foreign": N_("để riêng"),
    "unreadable": N_("không đọc được"),
}
# Rows in which the officer corrects figures.
ROOM = 40


def tracker(request: Request, collected: Collected, decisions: Decisions) -> bytes:
    """The bytes of `theo-doi-<kind>-<year>.xlsx`, with the decisions taken so far."""
    workbook = new_workbook()
    _units(workbook.create_sheet(_(TRACKED)), request, collected, decisions)
    codes = codes_of(request.book)
    _corrections(workbook.create_sheet(_(CORRECTIONS)), codes, decisions)
    _questions(workbook.create_sheet(_(QUESTIONS)), codes, collected, decisions)
    _files(workbook.create_sheet(_(FILES)), collected)
    return stored(workbook, request.as_of)


def _units(sheet: Sheet, request: Request, collected: Collected, decisions: Decisions) -> None:
    columns = [
        Column(_("Mã đơn vị"), 14), Column(_("Đơn vị"), 24), Column(_("Tình trạng"), 14),
        Column(_("Ngày nhận (sửa được)"), 14, open=True, centred=True),
        Column(_("Chậm (ngày)"), 9, centred=True),
        Column(_("Ô đã điền / phải điền"), 12, centred=True), Column(_("Câu hỏi"), 9, centred=True),
        Column(_("Lần gửi"), 8, centred=True), Column(_("Ngày bản mới nhất"), 12, centred=True),
        Column(_("Tệp"), 40), Column(_("Bản mới khác bản trước"), 34),
        Column(_("Ghi chú"), 30, open=True), Column(_("Lưu ý khi đọc"), 34),
        Column(_("Ngày theo tệp"), 12, hidden=True),
    ]  # fmt: skip
    rows = (_row(request, each, decisions) for each in collected.units)
    about = _("Ô màu vàng để cán bộ tổng hợp ghi; lần chạy sau lấy theo đó.")
    write_table(sheet, _("THEO DÕI BÁO CÁO CỦA CÁC ĐƠN VỊ"), about, columns, rows)


def _row(request: Request, each: UnitReturn, decisions: Decisions) -> list[Value]:
    return [
        each.unit,
        request.book.units[each.unit].full_name,
        _(STATES[each.state]),
        _day(each.received_on),
        each.days_late,
        f"{each.filled} / {each.asked}" if each.at is not None else None,
        each.questions + each.conflicts,
        each.version,
        _day(each.newest_on),
        each.file,
        each.differences,
        decisions.notes.get(each.unit),
        "; ".join((*each.notes, *_within(request, each))),
        _day(each.found_on),
    ]


def _within(request: Request, each: UnitReturn) -> Iterator[str]:
    if each.within:
        into = request.book.units[each.within].full_name
        yield _("số liệu tính trong báo cáo của {unit}").format(unit=into)


def _day(day: date | None) -> str | None:
    return f"{day:%d/%m/%Y}" if day else None


def _corrections(sheet: Sheet, codes: Mapping[str, str], decisions: Decisions) -> None:
    columns = [
        Column(_("Mã đơn vị"), 16, open=True), Column(_("Ô (mã, cột)"), 20, open=True),
        Column(_("Giá trị đúng"), 16, open=True, centred=True), Column(_("Lý do"), 60, open=True),
    ]  # fmt: skip
    rows: list[list[Value]] = [
        [each.unit, codes[each.key], each.value, each.reason] for each in decisions.overrides
    ]
    rows += [[None] * len(columns) for _row_ in range(ROOM)]
    about = _(
        "Mỗi dòng một số sửa sau khi hỏi đơn vị; không có lý do thì không lấy. Ô ghi như ở bảng “Câu hỏi”: "
        "“{code}”."
    ).format(code=next(iter(codes.values()), ""))
    write_table(sheet, _("SỐ LIỆU SỬA SAU KHI HỎI LẠI"), about, columns, rows)


def _questions(sheet: Sheet, codes: Mapping[str, str], collected: Collected, decisions: Decisions) -> None:
    columns = [
        Column(_("Mã đơn vị"), 13), Column(_("Ô (mã, cột)"), 13), Column(_("Chỗ"), 46),
        Column(_("Chữ trong tệp"), 16), Column(_("Cần hỏi"), 60),
        Column(_("Quyết định"), 14, open=True, centred=True), Column(_("Lý do"), 30, open=True),
        Column(_("Đã cộng"), 11, centred=True),
    ]  # fmt: skip

    def rows() -> Iterator[list[Value]]:
        # What she decided before comes first: accepted, it is asked no more and would be lost.
        for (unit, where, message), verdict in decisions.verdicts.items():
            yield [unit, None, where, None, message, verdict.words, verdict.reason, None]
        for each, sent in collected.returns():
            for doubt in doubts_of(sent):
                if (each.unit, doubt.where, doubt.message) not in decisions.verdicts:
                    told = [doubt.where, doubt.raw, doubt.message, None, None]
                    yield [each.unit, codes.get(doubt.key), *told, doubt.added]

    about = _(
        "Ghi “chấp nhận” thì lần sau không hỏi nữa; số đọc được hai cách thì ghi ở bảng “Sửa số”. "
        "Cột “Đã cộng”: số đã cộng vào báo cáo chung hay chưa; tỷ lệ tính lại từ các số."
    )
    last = write_table(sheet, _("CÂU HỎI, MỖI DÒNG MỘT QUYẾT ĐỊNH"), about, columns, rows())
    choices = ",".join(map(_, VERDICTS))
    choice = DataValidation(type="list", formula1=f'"{choices}"', allow_blank=True)
    choice.add(f"F{HEAD_ROW + 1}:F{max(last, HEAD_ROW + 1)}")
    sheet.data_validations.append(choice)


def _files(sheet: Sheet, collected: Collected) -> None:
    columns = [
        Column(_("Tệp"), 60), Column(_("Mã đơn vị"), 16), Column(_("Kết quả"), 16), Column(_("Lý do"), 80),
    ]  # fmt: skip
    rows = ([file.path, file.unit, _(STATUSES[file.status]), file.reason] for file in collected.files)
    write_table(
        sheet, _("TỪNG TỆP NHẬN ĐƯỢC"), _("Mỗi tệp một dòng, kể cả tệp không đọc được."), columns, rows
    )
