"""Options that several commands share, and the types of what people type."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from kh_docs.cli import completing
from kh_docs.cli.spoken import AnyFunction, Argument, option
from kh_docs.cli.typed import KindName, Name
from kh_docs.i18n import N_, _

DAY_FORM = N_("NGÀY/THÁNG/NĂM")


class There(click.ParamType[Path]):
    """A file or folder that is there; click would miss it in English."""

    name = "path"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        if not os.path.lexists(value):
            self.fail(_("không có tệp hay thư mục “{path}”").format(path=value), param, ctx)
        return Path(value)


class _Place(click.Path):
    """Called by its Vietnamese name, or in the language asked for, in what click says of it."""

    @property
    def name(self) -> str:
        return _("tệp") if self.file_okay else _("thư mục")

    @name.setter
    def name(self, _in_english: str) -> None: ...


FILE = _Place(path_type=Path, dir_okay=False)
FOLDER = _Place(path_type=Path, file_okay=False)
FILE_OR_FOLDER = _Place(path_type=Path)

plan_option = option(
    "--plan",
    "plan_id",
    metavar=N_("MÃ"),
    shell_complete=completing.plans,
    help=N_("Mã kế hoạch, là tên thư mục trong data/plans/; không ghi thì lấy kế hoạch mới nhất."),
)
json_option = option("--json", "as_json", is_flag=True, help=N_("In JSON cho chương trình khác đọc."))


kinds_option = option(
    "--kind",
    "kinds",
    multiple=True,
    type=KindName(),
    metavar=N_("LOẠI"),
    shell_complete=completing.kinds,
    help=N_(
        "ke-hoach, bao-cao-6-thang, bao-cao-nam, phieu-kiem-tra; ghi nhiều lần được; "
        "không ghi thì mọi loại mà kế hoạch có dữ liệu."
    ),
)


def unit_option(help_text: str, *, multiple: bool) -> Callable[[AnyFunction], AnyFunction]:
    """--district, or --unit, in any spelling; `kh_docs.facts` finds the unit meant or names the nearest."""
    return option(
        "--district",
        "--unit",
        "names" if multiple else "name",
        multiple=multiple,
        type=Name(),
        metavar=N_("TÊN"),
        shell_complete=completing.units,
        help=help_text,
    )


# The same units without the option's name: `kh-docs generate nam-dan vinh`.
units_argument = click.argument(
    "named", cls=Argument, nargs=-1, type=Name(), metavar=N_("[ĐƠN_VỊ]..."), shell_complete=completing.units
)


def documents_option(units_help: str, out_help: str) -> Callable[[AnyFunction], AnyFunction]:
    """Which documents a command is about: units by argument or option, or all; plan, kinds, folder."""
    options = (
        units_argument,
        unit_option(units_help, multiple=True),
        option("--all", "everyone", is_flag=True, help=N_("Làm cho tất cả các đơn vị của kế hoạch.")),
        plan_option,
        kinds_option,
        option("--out", type=FOLDER, metavar=N_("THƯ_MỤC"), help=out_help),
    )

    def decorate(function: AnyFunction) -> AnyFunction:
        for each in reversed(options):
            function = each(function)
        return function

    return decorate
