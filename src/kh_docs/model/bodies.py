"""Who does the work: bodies by role, level and time, and who receives a document."""

from __future__ import annotations

from typing import Annotated, Literal

from kh_docs.i18n import _
from kh_docs.model.base import Applies, Like, Model, Text, Texts
from kh_docs.model.unit_types import Dated
from kh_docs.model.units import Naming


class Role(Dated):
    """A body by what it does; its name depends on the unit's level and type and on the date."""

    id: Text
    level: Text
    name: Naming = ""
    names: dict[str, Naming] = {}
    short: dict[str, str] | Naming = {}
    in_tables: str = ""
    command: Annotated[str, Like(pattern="^(order|request)$")] = "order"
    applies: Applies = Applies()

    def check(self) -> None:
        if not self.name and not self.names:
            raise ValueError(_("thiếu tên: ghi “name”, hoặc “names” theo loại đơn vị"))


class Recipient(Model):
    """One line of “Nơi nhận”: bodies by role or a text, whom else it covers, and what they receive it for."""

    roles: Texts = ()
    text: Naming = ""
    covers: Texts = ()
    purpose: Literal["", "b/c", "p/h", "t/h"] = ""

    def check(self) -> None:
        if bool(self.roles) == bool(self.text):
            raise ValueError(_("ghi “roles” hoặc “text”, một trong hai"))
