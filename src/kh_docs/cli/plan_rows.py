"""A plan as one row of the list: whose, of which day, which kinds it can give."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from kh_docs.cli.table import table
from kh_docs.i18n import _

if TYPE_CHECKING:
    from kh_docs.model.book import Book


def row_of(book: Book) -> dict[str, Any]:
    from kh_docs.facts.offering import offered

    head = book.head
    return {
        "id": head.id,
        "number": head.number,
        "symbol": head.symbol,
        "issued_on": head.issued_on.isoformat(),
        "title": head.title,
        "level": book.level,
        "kinds": [recipe.kind for recipe in offered(book)],
    }


def as_table(rows: list[dict[str, Any]]) -> list[str]:
    from kh_docs.facts.dates_vi import short_date

    heads = (_("Mã"), _("Số, ký hiệu"), _("Ngày"), _("Cấp"), _("Làm được"), _("Nội dung"))
    return table(
        heads,
        (
            (
                row["id"],
                f"{row['number']}/{row['symbol']}",
                short_date(date.fromisoformat(row["issued_on"])),
                row["level"],
                ", ".join(row["kinds"]),
                row["title"],
            )
            for row in rows
        ),
    )
