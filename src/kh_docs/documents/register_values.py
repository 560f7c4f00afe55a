"""What is known of a register's cells before anyone fills them in, and what their columns add up to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kh_docs.documents.register_rows import Row, rows_of
from kh_docs.documents.speech import Speech
from kh_docs.facts.adding_up import Source, added, every_commune, sources
from kh_docs.facts.commune_names import commune_named, is_commune
from kh_docs.facts.numbers_vi import printed_number
from kh_docs.facts.told import printed
from kh_docs.model.registers import Register, RegisterColumn

# In place of a total that cannot be formed yet: nobody has to work it out, nor type it.
WORKED_OUT = "tự cộng"


def texts_of(speech: Speech, register: Register, column: RegisterColumn) -> list[str]:
    """What a column says, row by row: the unit's own answers, else what its data say elsewhere, or nothing.

    Worked out once: the table, its row of totals and the sums of indicators ask for it.
    """
    key = (register.id, id(column))
    texts: list[str] | None = speech.texts.get(key)
    if texts is None:
        texts = speech.texts[key] = list(_texts_of(speech, register, column))
    return texts


def _texts_of(speech: Speech, register: Register, column: RegisterColumn) -> Iterator[str]:
    answers, other = speech.controls.answers, column.otherwise
    fields = (column.field, *([other.field] if other else ()))
    number = column.type in ("whole", "number")
    rows = rows_of(speech, register)
    if not answers and rows and _told_of(speech, register, rows).isdisjoint(fields):
        texts = {each: _worked_out(speech, register, column, row) for each, row in _one_of_each(rows).items()}
        shown = {each: printed_number(text) if number else text for each, text in texts.items()}
        yield from (shown[row.each] for row in rows)
        return
    # What a row says nothing of is the same in every such row.
    untold: dict[str, str] = {}
    for row in rows:
        text = answers.get(row.tag(register, column), "") if answers else ""
        if not text:
            if not row.told.keys().isdisjoint(fields):
                text = _worked_out(speech, register, column, row)
            elif row.each in untold:
                text = untold[row.each]
            else:
                text = untold[row.each] = _worked_out(speech, register, column, row)
        yield printed_number(text) if number else text


def _told_of(speech: Speech, register: Register, rows: Sequence[Row]) -> frozenset[str]:
    """The fields that any of the rows tells of."""
    if register.id not in speech.told:
        speech.told[register.id] = frozenset().union(*(row.told for row in rows))
    return speech.told[register.id]


def _one_of_each(rows: Sequence[Row]) -> dict[str, Row]:
    """By the list they come from, one of the rows: what none of them tells of is the same in all."""
    return {row.each: row for row in reversed(rows)}


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
    listed = speech.of_plan("sources", speech.recipe.kind, sources)
    return {name: _sum(speech, source) for name, source in listed.items()}


def _sum(speech: Speech, source: Source) -> str:
    # Nothing is added up while a commune has not answered, nor while nobody has.
    texts = texts_of(speech, source.register, source.column)
    if every_commune(source.register) and not all(texts):
        return ""
    return added(source, _counting(speech, source))


def _counting(speech: Speech, source: Source) -> list[dict[str, str]]:
    """The rows that count, by column."""
    register = source.register
    whole = every_commune(register)
    names = [column.id for column in source.columns]
    columns = (texts_of(speech, register, column) for column in source.columns)
    return [
        dict(zip(names, texts, strict=True))
        for row, *texts in zip(rows_of(speech, register), *columns, strict=True)
        # A line that nobody has named or filled in counts for nothing, here as in its row of totals.
        if row.told or whole or any(texts)
    ]


def sum_of(speech: Speech, register: Register, column: RegisterColumn) -> str:
    """The total of a column once every row has answered; of communes, how many have not."""
    if column.total in ("", "none"):
        return ""
    whole = every_commune(register)
    texts = [
        text
        for row, text in zip(rows_of(speech, register), texts_of(speech, register, column), strict=True)
        # A line that nobody has named counts for nothing.
        if text or row.told or whole
    ]
    given = [text for text in texts if text]
    if not given:
        return WORKED_OUT
    if len(given) < len(texts) and whole:
        return f"thiếu {len(texts) - len(given):02d}/{len(texts):02d}"
    return added(Source(register, column, {}), [{column.id: text} for text in given]) or WORKED_OUT
