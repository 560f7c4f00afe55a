"""The types of what people type: days, names, kinds, numbers of documents."""

from __future__ import annotations

import os
import re
from datetime import date

import click

from kh_docs.i18n import _


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
