"""The sheet by which one entry of a list is judged: its questions, its tables, who signs it."""

from __future__ import annotations

from kh_docs.i18n import _
from kh_docs.model.base import Model, Text, Texts, YesNo


class SheetField(Model):
    """A question of the sheet: `label` beside its answer, or `text` in a table."""

    id: Text
    label: str = ""
    text: str = ""
    measure: str = ""
    hint: str = ""
    choices: Texts = ()
    # The field of the list of models that answers it.
    field: str = ""
    optional: YesNo = False

    @property
    def words(self) -> str:
        return self.label or self.text


class SheetPart(Model):
    title: str = ""
    fields: tuple[SheetField, ...] = ()
    rows: tuple[SheetField, ...] = ()
    choices: Texts = ()


class ModelSheet(Model):
    """The sheet by which one model is judged; a plan that asks for none has an empty one."""

    title: str = ""
    # Its name in the workbook.
    sheet: str = ""
    info: SheetPart = SheetPart()
    files: SheetPart = SheetPart()
    activity: SheetPart = SheetPart()
    review: SheetPart = SheetPart()
    conclusion: SheetPart = SheetPart()
    signatures: SheetPart = SheetPart()

    def check(self) -> None:
        if len(self.signatures.rows) > 3:
            raise ValueError(_("phiếu có tối đa ba bên ký ở phần signatures"))

    def __len__(self) -> int:
        parts = (self.info, self.files, self.activity, self.review, self.conclusion)
        return sum(len(part.fields) + len(part.rows) for part in parts)
