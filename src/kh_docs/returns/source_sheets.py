"""The sheets by which everything can be followed: sources, questions, words of reports, decisions."""

from __future__ import annotations

from collections.abc import Iterator

from openpyxl.utils import get_column_letter

from kh_docs.i18n import N_, _
from kh_docs.returns.cell_codes import codes_of
from kh_docs.returns.collected import Collected
from kh_docs.returns.doubts import doubts_of
from kh_docs.returns.reported import name_of
from kh_docs.returns.request import Request
from kh_docs.returns.sheets import HEAD_ROW, Column, Sheet, Value, write_table

SOURCES = N_("Nguồn")
# As much of a file's digest as tells it from any other here.
_DIGEST_SHOWN = 16
# Longer than this no cell of a sheet may be.
_MOST_LETTERS = 32_000


def sources(sheet: Sheet, request: Request, collected: Collected) -> None:
    """Every value with its file and place."""
    columns = [
        Column(_("Đơn vị"), 18), Column(_("Ô"), 36), Column(_("Giá trị"), 14, centred=True),
        Column(_("Chữ trong tệp"), 24), Column(_("Tệp"), 40), Column(_("Chỗ trong tệp"), 26),
        Column(_("Tìm theo"), 10), Column("SHA-256", 20), Column(_("Mã đơn vị"), 14),
    ]  # fmt: skip

    def rows() -> Iterator[list[Value]]:
        for each, sent in collected.returns():
            for key, figure in sent.figures.items() if sent else ():
                if figure.state != "blank" and sent:
                    witness = [sent.path, figure.where, figure.found_by, sent.digest[:_DIGEST_SHOWN]]
                    name = name_of(request, each.unit)
                    yield [name, key, figure.value, figure.raw, *witness, each.unit]

    about = _("Mỗi số lấy từ tệp nào, ô nào. Trang để tra cứu trên máy: in ra chỉ có mấy dòng này.")
    write_table(sheet, _("NGUỒN CỦA TỪNG SỐ LIỆU"), about, columns, rows())
    # Thousands of rows that nobody reads on paper.
    corner, last = f"{get_column_letter(1)}1", get_column_letter(len(columns))
    sheet.print_title_rows, sheet.print_area = "1:1", f"{corner}:{last}{HEAD_ROW + 1}"


def questions(sheet: Sheet, request: Request, collected: Collected) -> None:
    """All that has to be asked, unit by unit."""
    codes = codes_of(request.book)
    columns = [
        Column(_("Đơn vị"), 18), Column(_("Ô (mã, cột)"), 13), Column(_("Chỗ"), 56),
        Column(_("Chữ trong tệp"), 18), Column(_("Cần hỏi"), 80), Column(_("Đã cộng"), 11, centred=True),
    ]  # fmt: skip

    def rows() -> Iterator[list[Value]]:
        for each, sent in collected.returns():
            name = name_of(request, each.unit)
            for doubt in doubts_of(sent):
                told = [doubt.where, doubt.raw, doubt.message]
                yield [name, codes.get(doubt.key), *told, doubt.added]

    about = _(
        "Số có hai cách đọc, ghi hai nơi khác nhau thì chưa cộng; số khác thường, mâu thuẫn với số khác thì "
        "đã cộng, chờ đơn vị xác nhận; tỷ lệ tính lại từ các số, không cộng (cột “Đã cộng”)."
    )
    write_table(sheet, _("CÂU HỎI CẦN LÀM RÕ VỚI ĐƠN VỊ"), about, columns, rows())


def words(sheet: Sheet, request: Request, collected: Collected) -> None:
    """What units wrote in words, each under its name; sections that nobody wrote are named."""
    columns = [Column(_("Đơn vị"), 20), Column(_("Mục"), 34), Column(_("Nội dung đơn vị báo cáo"), 110)]

    def rows() -> Iterator[list[Value]]:
        for each, sent in collected.returns():
            name = name_of(request, each.unit)
            for title, text in sent.texts.items() if sent else ():
                yield [name, title, text[:_MOST_LETTERS]]
            if sent and sent.unwritten:
                yield [name, _("Mục chưa viết"), "; ".join(sent.unwritten)]

    write_table(sheet, _("LỜI BÁO CÁO CỦA CÁC ĐƠN VỊ"), _("Nguyên văn của đơn vị."), columns, rows())


def decided(sheet: Sheet, request: Request) -> None:
    """What the officer set or accepted, each with her reason."""
    codes = codes_of(request.book)
    columns = [
        Column(_("Đơn vị"), 20), Column(_("Chỗ"), 50), Column(_("Quyết định"), 24), Column(_("Lý do"), 60),
    ]  # fmt: skip
    rows: list[list[Value]] = [
        [name_of(request, each.unit), codes[each.key], each.value, each.reason]
        for each in request.decisions.overrides
    ]
    rows += [
        [name_of(request, unit), f"{where}: {message}", verdict.words, verdict.reason]
        for (unit, where, message), verdict in request.decisions.verdicts.items()
    ]
    about = _("Lấy từ bảng theo dõi; số đã sửa thay số trong tệp của đơn vị.")
    write_table(sheet, _("QUYẾT ĐỊNH CỦA CÁN BỘ TỔNG HỢP"), about, columns, rows)
