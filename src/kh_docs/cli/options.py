"""Options that several commands share, and the types of what people type."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import click

from kh_docs.cli import completing
from kh_docs.cli.spoken import AnyFunction, Argument, option
from kh_docs.i18n import N_, _


class Day(click.ParamType[date]):
    """A real date, as 23/02/2024 or as 2024-02-23; anything shorter would leave room for guessing."""

    name = "day"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        from kh_docs.model.base import parse_date

        try:
            day: date = parse_date(str(value).strip())
        except ValueError as error:
            self.fail(str(error), param, ctx)
        return day


class GivenDay(Day):
    """The same for a day that a document is given; an empty one takes it back."""

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if str(value).strip():
            return super().convert(value, param, ctx)
        from kh_docs.pipeline.request import NO_DAY

        return NO_DAY


class Name(click.ParamType[str]):
    """A name as it was typed, also where no locale told Python how to read its letters."""

    name = "name"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        try:
            return os.fsencode(str(value)).decode("utf-8")
        except UnicodeError:
            return str(value)


class KindName(Name):
    """A kind of document in any spelling: “kế hoạch”, `Ke_Hoach`."""

    name = "kind"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        from kh_docs.text import slug

        return slug(super().convert(value, param, ctx)) or str(value)


class DocumentNumber(click.ParamType[str]):
    """The number of a document as given at signing, with the zero the decree wants below 10 (mục II.3.c)."""

    name = "number"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if not str(value).strip():  # takes the number back that an earlier run was given
            return ""
        if not re.fullmatch(r"[1-9]\d{0,5}|0[1-9]", str(value), re.ASCII):
            message = _("“{value}” không phải là số văn bản; chỉ ghi số, ví dụ 05 hoặc 127")
            self.fail(message.format(value=value), param, ctx)
        return str(value).zfill(2)


DAY_FORM = N_("NGÀY/THÁNG/NĂM")
FILE = click.Path(path_type=Path, dir_okay=False)
FOLDER = click.Path(path_type=Path, file_okay=False)

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
