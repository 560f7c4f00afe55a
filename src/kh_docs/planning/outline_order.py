"""Which clause a mark stands under, and whether it follows the one before it."""

from __future__ import annotations

from kh_docs.i18n import _
from kh_docs.planning.marks import Mark, next_letters


def parents_of(mark: Mark, above: list[Mark]) -> list[Mark]:
    """Those of `above` that the new clause stands under: its own siblings are taken away."""
    if mark.level == "sub":
        depth = mark.name.count(".")
        return [
            each
            for each in above
            if each.level != "sub" or (each.name.count(".") < depth and mark.name.startswith(each.name + "."))
        ]
    return [each for each in above if each.level != mark.level]


def order_fault(mark: Mark, path: list[Mark], above: list[Mark]) -> str:
    """What is wrong with the number; empty where it follows."""
    if mark.level == "dash":
        return ""
    before = next(
        (each for each in path if each.level == mark.level and each.name.count(".") == mark.name.count(".")),
        None,
    )
    if mark.level == "sub" and (
        before is None or before.name.rpartition(".")[0] != mark.name.rpartition(".")[0]
    ):
        parent = mark.name.rpartition(".")[0]
        known = any(each.name == parent for each in above)
        return (
            ""
            if mark.place == 1 and known
            else _("số “{}” không nối tiếp mục phía trên").format(mark.written)
        )
    if before is None:
        return "" if mark.place == 1 else _("đánh số bắt đầu từ “{}”").format(mark.written)
    if mark.level == "letter":
        followed = mark.name in next_letters(before.name)
    else:
        followed = mark.place == before.place + 1
    return "" if followed else _("đánh số “{}” đứng sau “{}”").format(mark.written, before.written)
