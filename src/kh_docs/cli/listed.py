"""The commands as the help lists them; the module of one is read when it is asked for."""

from __future__ import annotations

from importlib import import_module
from typing import NamedTuple

import click

from kh_docs.cli.spoken import Command, Group
from kh_docs.i18n import N_


class _Row(NamedTuple):
    """The command's name as it is typed, its module and function there, and what the help says of it."""

    name: str
    module: str
    help: str


_ROWS = (
    _Row(
        "generate",
        "generate",
        N_("Làm văn bản: kế hoạch, báo cáo 6 tháng, báo cáo năm, phiếu kiểm tra, cho một hay nhiều đơn vị."),
    ),
    _Row(
        "update",
        "update",
        N_("Đưa dữ liệu mới vào văn bản đã có người sửa, thành thay đổi được theo dõi (Track Changes)."),
    ),
    _Row(
        "collect",
        "collect",
        N_("Tổng hợp báo cáo các đơn vị gửi về: đọc từng ô, kiểm tra, cộng; tệp gửi về không bị sửa."),
    ),
    _Row("districts", "units", N_("Các đơn vị của kế hoạch, đặc điểm và chỉ tiêu đã tính cho từng đơn vị.")),
    _Row(
        "deadlines",
        "deadlines",
        N_(
            "Các thời hạn của kế hoạch: nguyên văn, ngày cuối, ngày "
            "làm việc cuối (đã trừ ngày nghỉ, lễ, Tết)."
        ),
    ),
    _Row(
        "coverage",
        "coverage",
        N_(
            "Đối chiếu từng điểm của kế hoạch với từng "
            "đơn vị: nhiệm vụ nào thực hiện, hoặc vì sao không áp dụng."
        ),
    ),
    _Row(
        "data",
        "data",
        N_("Dữ liệu riêng của từng đơn vị: xuất ra bảng Excel để điền, nhập lại, kiểm tra."),
    ),
    _Row(
        "check",
        "check",
        N_(
            "Kiểm tra thể thức văn bản Word (.docx) theo Nghị định 30/2020/NĐ-CP; "
            "ĐƯỜNG_DẪN là tệp, hoặc thư mục thì kiểm tra mọi tệp .docx trong đó."
        ),
    ),
    _Row(
        "plan",
        "plan",
        N_("Kế hoạch của tỉnh: đưa văn bản vào, xem, duyệt những gì tìm thấy, so với kế hoạch cũ."),
    ),
    _Row(
        "init",
        "init",
        N_(
            "Tạo thư mục làm việc THƯ_MỤC có data/, templates/, out/ để sửa dữ liệu và mẫu của riêng mình. "
            "Thư mục đã có: đưa vào dữ liệu, mẫu mới, tệp đã có người sửa thì giữ nguyên."
        ),
    ),
    _Row(
        "doctor",
        "doctor",
        N_(
            "Xem máy này và thư mục làm việc này làm được gì: phông chữ, LibreOffice, "
            "mẫu, dữ liệu, thư mục out."
        ),
    ),
    _Row(
        "pack",
        "pack",
        N_("Gói thư mục văn bản của từng đơn vị thành một tệp .zip kèm danh mục, để gửi đi."),
    ),
    _Row(
        "completion",
        "completion",
        N_("In đoạn lệnh để phím Tab gợi ý tên lệnh, tên đơn vị, mã kế hoạch, loại văn bản."),
    ),
)
# What may be typed for another command's name; the help does not list it.
_ALSO = {"units": "districts"}


class Listed(Command):
    """A command known by its name and help until it is asked for."""

    def __init__(self, row: _Row) -> None:
        super().__init__(row.name, help=row.help)
        self.module = row.module

    def whole(self) -> click.Command:
        """The command itself, with its options."""
        command: click.Command = getattr(import_module(f"kh_docs.cli.{self.module}"), self.module)
        command.help = self.help
        return command


class ListingGroup(Group):
    """A group that reads the module of a command when the command runs, or tells of its options."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name, command, others = super().resolve_command(ctx, args)
        return name, command.whole() if isinstance(command, Listed) else command, others


def list_in(group: click.Group) -> None:
    """Put all commands there, in the order of a clerk's work."""
    for row in _ROWS:
        group.add_command(Listed(row))
    for name, meant in _ALSO.items():
        group.add_command(group.commands[meant], name)
