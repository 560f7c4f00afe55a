"""See to it that what fields.yaml and registers.yaml name exists: lists, fields, targets, deadlines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from kh_docs.model.book import Book
from kh_docs.model.checklist import Adds
from kh_docs.model.fields import COMMUNES, OWN_TARGETS, Counting, Doubt, Enough, Field
from kh_docs.model.local import OfAnyPlan
from kh_docs.model.registers import Register, RegisterColumn, Rows
from kh_docs.reading.typed import Collector
from kh_docs.reading.yaml_text import Key

FIELDS, REGISTERS, SHEET = "fields.yaml", "registers.yaml", "model-sheet.yaml"
INDICATORS, CHECKLIST = "indicators.yaml", "checklist.yaml"
# Of every commune, though no fields.yaml declares them; and what a fixed line says.
_NAME, _LINE = "name", "line"


class Use(NamedTuple):
    """Names that stand at `key` of a file, and those that may."""

    file: str
    key: Key
    names: Iterable[str]
    known: Iterable[str]


def check_declared(book: Book, folder: Path, collector: Collector) -> None:
    """Add a problem for every name that means nothing, with its line and the nearest one that does."""
    _check_ids(book, folder, collector)
    for use in (*_fields(book), *_lists(book), *_registers(book), *_elsewhere(book)):
        shown = ".".join(str(part) for part in use.key)
        collector.check_known(folder / use.file, shown, use.names, use.known, use.key)


def _check_ids(book: Book, folder: Path, collector: Collector) -> None:
    """Each id once, and none that a unit's file has for something else."""
    declared = book.fields
    own = [*{field.id.partition(".")[0]: None for field in declared.unit}, *(e.id for e in declared.lists)]
    collector.check_unique(folder / FIELDS, [*own, COMMUNES, OWN_TARGETS, *OfAnyPlan.field_types])
    for fields in (declared.own_targets, declared.communes, *(each.fields for each in declared.lists)):
        collector.check_unique(folder / FIELDS, [field.id for field in fields])
    collector.check_unique(folder / REGISTERS, [register.id for register in book.registers])
    for register in book.registers:
        collector.check_unique(folder / REGISTERS, [each.id for each in register.columns if each.id])


def _sources(book: Book) -> list[str]:
    """What `each` may name: the communes, the lists, the groups of the unit's own fields."""
    groups = {field.id.partition(".")[0] for field in book.fields.unit if "." in field.id}
    return [COMMUNES, *(each.id for each in book.fields.lists), *sorted(groups)]


def _countable(book: Book) -> list[str]:
    """The targets that ask for so many of a unit itself: no total of the province, no mere words."""
    return [
        target.id
        for target in book.targets.values()
        if (target.per_unit or target.scope == "unit") and (target.base or target.value.isdecimal())
    ]


def _fields_of(book: Book, each: str) -> set[str]:
    start = f"{each}."
    grouped = {field.id[len(start) :] for field in book.fields.unit if field.id.startswith(start)}
    return grouped or {*book.fields.of(each), _NAME}


def _fields(book: Book) -> Iterator[Use]:
    declared = book.fields
    for section in ("unit", "own_targets", "communes"):
        yield from _each_field(book, (section,), getattr(declared, section))
    for index, each in enumerate(declared.lists):
        yield from _each_field(book, ("lists", index, "fields"), each.fields)


def _each_field(book: Book, above: Key, fields: Iterable[Field]) -> Iterator[Use]:
    questions = [item.id for part in (book.sheet.info, book.sheet.conclusion) for item in part.fields]
    for index, field in enumerate(fields):
        key = (*above, index)
        yield Use(FIELDS, (*key, "with_target"), [field.with_target], book.targets)
        yield Use(FIELDS, (*key, "deadline"), [field.deadline], book.deadlines)
        yield Use(FIELDS, (*key, "not_in"), [field.not_in], [each.id for each in book.fields.lists])
        yield Use(FIELDS, (*key, "choices_of"), [field.choices_of], questions)
        yield Use(FIELDS, (*key, "clause"), [field.clause], [clause.id for clause in book.clauses])
        counted = getattr(field, "counted", None)
        if counted is not None:
            yield from _counting(book, FIELDS, (*key, "counted"), counted)


def _counting(book: Book, file: str, key: Key, counted: Counting) -> Iterator[Use]:
    yield from _chosen(book, file, key, counted)
    known = _fields_of(book, counted.each)
    yield Use(file, (*key, "add"), [counted.add], known)
    yield Use(file, (*key, "until"), [counted.until], known)


def _chosen(book: Book, file: str, key: Key, chosen: Counting | Enough | Doubt | Rows) -> Iterator[Use]:
    yield Use(file, (*key, "each"), [chosen.each], _sources(book))
    if chosen.each in _sources(book):
        yield Use(file, (*key, "where"), chosen.where, _fields_of(book, chosen.each))


def _lists(book: Book) -> Iterator[Use]:
    own = [target.id for target in book.fields.own_targets]
    for index, enough in enumerate(book.fields.enough):
        key: Key = ("enough", index)
        yield from _chosen(book, FIELDS, key, enough)
        yield Use(FIELDS, (*key, "target"), [enough.target], _countable(book))
        yield Use(FIELDS, (*key, "kept"), [enough.kept], own)
        yield Use(FIELDS, (*key, "unless"), [enough.unless], book.fields.names())
    for index, doubt in enumerate(book.fields.doubts):
        key = ("doubts", index)
        yield from _chosen(book, FIELDS, key, doubt)
        yield Use(FIELDS, (*key, "fields"), doubt.fields, _fields_of(book, doubt.each))
        yield Use(FIELDS, (*key, "clause"), [doubt.clause], [clause.id for clause in book.clauses])


def _registers(book: Book) -> Iterator[Use]:
    for index, register in enumerate(book.registers):
        key: Key = (index,)
        yield Use(REGISTERS, (*key, "needs"), register.needs, book.fields.names())
        if register.form is not None:
            told = [*book.fields.names(), *OfAnyPlan.field_types]
            yield Use(REGISTERS, (*key, "form", "unless"), [register.form.unless], told)
        yield Use(REGISTERS, (*key, "open_targets"), register.open_targets, _countable(book))
        for number, source in enumerate(register.rows):
            rows: Key = (*key, "rows", number)
            if source.each:
                yield from _chosen(book, REGISTERS, rows, source)
            yield Use(REGISTERS, (*rows, "target"), [source.target], _countable(book))
        known = _printable(book, register)
        for number, column in enumerate(register.columns):
            yield from _column(book, (*key, "columns", number), column, known)


def _printable(book: Book, register: Register) -> set[str]:
    """What the rows of a register tell, each in its own way."""
    told: set[str] = set()
    for source in register.rows:
        told |= {_LINE} if source.lines else {*_fields_of(book, source.each), *source.set}
    return told


def _column(book: Book, key: Key, column: RegisterColumn, known: set[str]) -> Iterator[Use]:
    indicators = [item.id for item in book.indicators.indicators]
    yield Use(REGISTERS, (*key, "field"), [column.field], known)
    yield Use(REGISTERS, (*key, "optional_if"), column.optional_if, known)
    yield Use(REGISTERS, (*key, "indicator"), [column.indicator], indicators)
    yield Use(REGISTERS, (*key, "era"), [column.era], indicators)
    if column.otherwise is not None:
        yield Use(REGISTERS, (*key, "otherwise", "field"), [column.otherwise.field], known)


def _adding(book: Book, key: Key, adds: Adds) -> Iterator[Use]:
    registers = {each.id: each for each in book.registers}
    yield Use(INDICATORS, (*key, "list"), [adds.list], registers)
    columns = [each.id for each in registers[adds.list].columns] if adds.list in registers else [adds.column]
    yield Use(INDICATORS, (*key, "column"), [adds.column], columns)
    yield Use(INDICATORS, (*key, "where"), adds.where, columns)
    for column in registers[adds.list].columns if adds.list in registers else ():
        if column.offered:
            offered = [answer.casefold() for answer in column.offered]
            named = [answer.casefold() for answer in adds.where.get(column.id, ())]
            yield Use(INDICATORS, (*key, "where", column.id), named, offered)


def _elsewhere(book: Book) -> Iterator[Use]:
    judged = book.fields.judged
    fields: Mapping[str, Field] = book.fields.of(judged.id) if judged is not None else {}
    for name in ("info", "conclusion"):
        for index, question in enumerate(getattr(book.sheet, name).fields):
            yield Use(SHEET, (name, "fields", index, "field"), [question.field], fields)
    for index, indicator in enumerate(book.indicators.indicators):
        if indicator.counted is not None:
            yield from _counting(book, INDICATORS, ("indicators", index, "counted"), indicator.counted)
        if indicator.adds is not None:
            yield from _adding(book, ("indicators", index, "adds"), indicator.adds)
    indicators = [item.id for item in book.indicators.indicators]
    for inspector in ("province", "district"):
        named = getattr(book.checklist.figures, inspector)
        yield Use(CHECKLIST, ("figures", inspector), named, indicators)
