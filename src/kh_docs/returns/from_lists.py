"""Figures of a return that follow from others: what its lists ask for row by row, and shares of figures."""

from __future__ import annotations

from collections.abc import Iterator

from kh_docs.facts.adding_up import Source, added, every_commune, sources, tag_of, understood
from kh_docs.facts.numbers_vi import number_of, per_cent
from kh_docs.i18n import _
from kh_docs.model.book import Book
from kh_docs.model.indicators import Indicator
from kh_docs.returns.numbers import Numbers, shown
from kh_docs.returns.paper import Paper
from kh_docs.returns.returned import Return
from kh_docs.returns.values import Figure, Question

_CURRENT = "ky_nay"
# Rows that are named for each answer; the unit sees the others in its own column.


def with_sums(sent: Return, book: Book, kind: str, paper: Paper) -> Return:
    """The return with the sums of its lists in place of cells that only name the list.

    What stands in a list and is not understood is asked about; nothing is added up as long as it stands.
    """
    figures, questions = dict(sent.figures), dict[str, Question]()
    for name, source in sources(book, kind).items():
        key = f"{name}.{_CURRENT}"
        read = figures.get(key)
        if read is None or read.state != "blank":
            continue
        figure = sum_of(sent, book, source)
        if figure:
            figures[key] = _figure(figure, read, source)
        for question in _asked(sent, book, source, key, paper):
            figures[key] = read._replace(doubtful=True)
            questions.setdefault(question.where, question)
    numbers = Numbers(figures, paper)
    for item in book.indicators.indicators:
        key = f"{item.id}.{_CURRENT}"
        if key in figures and figures[key].state == "blank" and (share := _share(item, numbers)) is not None:
            figures[key] = figures[key]._replace(state="number", value=share, raw=shown(share))
    return sent._replace(figures=figures, questions=[*sent.questions, *questions.values()])


def _share(item: Indicator, numbers: Numbers) -> float | None:
    """What a share is that nobody has to write, once all its parts are known."""
    formula = item.formula
    if formula is None or item.type != "p" or not formula.numerator or not formula.denominator:
        return None
    above, below = numbers.sum(formula.numerator), numbers.sum(formula.denominator)
    return per_cent(above, below) if above is not None and below else None


def sum_of(sent: Return, book: Book, source: Source) -> str:
    """What the rows add up to, printed; empty while they do not yet."""
    return added(source, _rows(sent, book, source))


def _figure(figure: str, read: Figure, source: Source) -> Figure:
    value = number_of(figure) or 0
    return read._replace(
        state="number",
        value=int(value) if value == int(value) else value,
        raw=figure,
        where=source.register.blank or read.where,
        doubtful=False,
    )


def _asked(sent: Return, book: Book, source: Source, key: str, paper: Paper) -> Iterator[Question]:
    """A question for each column that decides the figure and says something else than it may."""
    rows, register = _rows(sent, book, source), source.register
    names = [_("dòng {}").format(number) for number in range(1, len(rows) + 1)]
    if every_commune(register):
        names = [child.name for child in book.units[sent.unit].children]
    for column in source.columns:
        texts = [row[column.id] for row in rows]
        unclear = {at: text for at, text in enumerate(texts) if not understood(source, column.id, text)}
        if not unclear:
            continue
        raw = list(dict.fromkeys(text.strip() for text in unclear.values()))
        places = "; ".join(
            f"“{text}” ({', '.join(names[at] for at in unclear if unclear[at].strip() == text)})"
            for text in raw
        )
        words = ", ".join(column.choices)
        message = _("ghi chưa rõ, chưa cộng: {rows}; {mend}").format(
            rows=places, mend=_("ghi một trong: {}").format(words) if words else _("ghi một số")
        )
        yield Question(paper.table(register, column), "; ".join(f"“{text}”" for text in raw), message, key)


def _rows(sent: Return, book: Book, source: Source) -> list[dict[str, str]]:
    """The texts of the columns that decide the sum, row by row."""
    register = source.register
    if not every_commune(register):
        return [
            {column.id: row[column.id][0] if column.id in row else "" for column in source.columns}
            for row in sent.lists.get(register.id, [])
        ]
    told = {
        column.id: sent.communes.get(tag_of(register, column, "").rstrip("."), {})
        for column in source.columns
    }
    codes = [child.code for child in book.units[sent.unit].children]
    return [{name: texts.get(code, "") for name, texts in told.items()} for code in codes]
