"""What is known of a register's cells before anyone fills them in, and what their columns add up to."""

from __future__ import annotations

from collections.abc import Mapping

from kh_docs.documents.register_rows import Row, rows_of
from kh_docs.documents.speech import Speech
from kh_docs.facts.adding_up import Source, added, every_commune, sources
from kh_docs.facts.commune_names import commune_named, is_commune
from kh_docs.facts.numbers_vi import printed_number
from kh_docs.facts.told import printed
from kh_docs.model.registers import Register, RegisterColumn

# In place of a total that cannot be formed yet: nobody has to work it out, nor type it.
WORKED_OUT = "tự cộng"


def text_of(speech: Speech, register: Register, column: RegisterColumn, row: Row) -> str:
    """The unit's own answer, else what its data say elsewhere; empty where nobody has told."""
    text = speech.controls.answers.get(row.tag(register, column)) or _known(speech, register, column, row)
    return printed_number(text) if column.type in ("whole", "number") else text


def _known(speech: Speech, register: Register, column: RegisterColumn, row: Row) -> str:
    other = column.otherwise
    if column.field in row.told or (other is not None and other.field in row.told):
        return _worked_out(speech, register, column, row)
    # What the row says nothing of is the same in every such row.
    key = (register.id, id(column), row.each)
    if key not in speech.untold:
        speech.untold[key] = _worked_out(speech, register, column, row)
    return speech.untold[key]


def _worked_out(speech: Speech, register: Register, column: RegisterColumn, row: Row) -> str:
    where = f"registers.yaml, {register.id}.{column.id}"
    text = _said(speech, row, column.field, column.shown, where)
    if not text and column.otherwise is not None:
        text = _said(speech, row, column.otherwise.field, column.otherwise.shown, where)
    return text or speech.plain(column.default, where)


def _said(speech: Speech, row: Row, name: str, shown: Mapping[str, str], where: str) -> str:
    """The value of the field `name`, in the words that `shown` has for it."""
    field, value = speech.fields_of(row.each).get(name), row.told.get(name)
    text, key = printed(field, value), str(value)
    if field is not None and field.type == "yes_no":
        # Once some are chosen, the others are not.
        someone = speech.unit_plan.local.communes_with(name)
        text, key = "", text or ("no" if someone else "")
    elif not text:
        return ""
    elif field is not None and is_commune(field, row.told):
        text = commune_named(speech.unit_plan, text) or text
    # The words of the plan may have variables; those of the unit stand as they are, braces and all.
    return speech.plain(shown[key], where) if key in shown else text


def sums_of_lists(speech: Speech) -> dict[str, str]:
    """By indicator, the figures that the document's own lists add up to, empty while they do not yet."""
    listed = sources(speech.unit_plan.book, speech.recipe.kind)
    columns: dict[tuple[str, str], list[str]] = {}
    return {name: added(source, _texts(speech, source, columns)) for name, source in listed.items()}


def _texts(speech: Speech, source: Source, columns: dict[tuple[str, str], list[str]]) -> list[dict[str, str]]:
    """The rows that count, by column; `columns`: those that were asked for before."""
    register = source.register
    whole = every_commune(register)
    rows = rows_of(speech, register)
    for column in source.columns:
        if (register.id, column.id) not in columns:
            texts = [text_of(speech, register, column, row) for row in rows]
            columns[register.id, column.id] = texts
    names = [column.id for column in source.columns]
    return [
        dict(zip(names, texts, strict=True))
        for row, *texts in zip(rows, *(columns[register.id, name] for name in names), strict=True)
        # A line that nobody has named or filled in counts for nothing, here as in its row of totals.
        if row.told or whole or any(texts)
    ]


def sum_of(speech: Speech, register: Register, column: RegisterColumn, rows: list[Row]) -> str:
    """The total of a column once every row has answered; of communes, how many have not."""
    if column.total in ("", "none"):
        return ""
    texts = [
        text
        for row in rows
        # A line that nobody has named counts for nothing.
        if (text := text_of(speech, register, column, row)) or row.told or every_commune(register)
    ]
    given = [text for text in texts if text]
    if not given:
        return WORKED_OUT
    if len(given) < len(texts) and every_commune(register):
        return f"thiếu {len(texts) - len(given):02d}/{len(texts):02d}"
    return added(Source(register, column, {}), [{column.id: text} for text in given]) or WORKED_OUT
