"""Take the sheets of an opened workbook back into data, every doubt named by its cell."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy

from kh_docs.i18n import _
from kh_docs.reading.typed import did_you_mean
from kh_docs.sheets.form.shapes import GUIDE, AnySheet, Data, FixedSheet, Scope
from kh_docs.sheets.form.stamps import digest
from kh_docs.sheets.reading.fixed_rows import FixedReading
from kh_docs.sheets.reading.guide_of import stamps_of
from kh_docs.sheets.reading.list_rows import ListReading
from kh_docs.sheets.reading.opened import Opened
from kh_docs.sheets.reading.sheet_reading import Session, Taken
from kh_docs.text import slug


class Taker:
    """Reads one sheet after another into `taken`."""

    def __init__(self, opened: Opened, scopes: Mapping[str, Scope], known: Mapping[str, Data]) -> None:
        self.opened = opened
        self.taken = Taken({unit: deepcopy(data) for unit, data in known.items()})
        stamps = stamps_of(opened) if GUIDE in opened.sheets else {}
        as_exported = frozenset(unit for unit, data in known.items() if stamps.get(unit) == digest(data))
        self.session = Session(opened, scopes, self.taken, as_exported=as_exported)

    def take(self, subject: AnySheet) -> None:
        """Read the sheet of `subject`; nothing of it is taken where its shape is not ours."""
        sheet = self.opened.sheets.get(subject.name)
        if sheet is None:
            others = [name for name in self.opened.sheets if slug(name)]
            self.opened.problem(
                f"{self.opened.file}!{subject.name}",
                _("không có trang “{}”").format(subject.name),
                _("khôi phục trang hoặc tên trang, hoặc xuất lại bảng; {}").format(
                    did_you_mean(subject.name, others)
                ),
            )
        elif isinstance(subject, FixedSheet):
            fixed = FixedReading(self.session, subject, sheet)
            if {"unit", subject.key} <= fixed.at.keys():
                fixed.run(subject)
        else:
            listed = ListReading(self.session, subject, sheet)
            if {"unit", "name"} <= listed.at.keys():
                listed.run(subject)
