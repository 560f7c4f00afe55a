"""From a document of ours that somebody filled in to the unit's own data: nobody types a figure twice."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

from kh_docs.bounded import read_bounded
from kh_docs.errors import DataError, Problem
from kh_docs.facts.adding_up import in_words as chosen
from kh_docs.facts.adding_up import sources as added_up
from kh_docs.facts.adding_up import tag_of
from kh_docs.facts.numbers_vi import printed_number
from kh_docs.facts.offering import lacking
from kh_docs.facts.periods import period_of
from kh_docs.facts.spelt_values import EMPTY, value_of
from kh_docs.i18n import _
from kh_docs.model.book import Book
from kh_docs.model.kinds import RECIPES, Recipe, kinds, recipe
from kh_docs.model.registers import RegisterColumn
from kh_docs.pipeline.form_rows import of_communes, whole_answers
from kh_docs.pipeline.making import Order, Workshop
from kh_docs.pipeline.returning import request_for
from kh_docs.reading.workspace import Workspace
from kh_docs.refusals import in_words
from kh_docs.returns.cells import Cell, uncrossed, without_dots
from kh_docs.returns.one_return import make_whole
from kh_docs.returns.places import places_of
from kh_docs.returns.word_form import Form, read_form
from kh_docs.sheets.reading.changes import Change
from kh_docs.sheets.reading.importing import Import
from kh_docs.sheets.reading.sources import changed_files, known_data, read_sources
from kh_docs.text import THING, slug
from kh_docs.word.refused import Refused

# Given when a document is signed: of this document, not of the unit.
OF_SIGNING = ("so_van_ban.", "ngay_ban_hanh.", "kem_theo_")
SIGNER = "nguoi_ky.ho_ten"


def read_document(path: Path, workspace: Workspace, book: Book) -> Import:
    """What was filled in at `path` as changes of data; doubtful figures are told of and not taken.

    Raises DataError for a file that is no document of this plan.
    """
    content = read_bounded(path)
    unit, made_by = _whose(path, content, workspace, book)
    request = request_for(workspace, book, made_by, (path,), date.today())
    form = read_form(content, request.guide)
    printed = request.blank(unit)
    blank = read_form(printed, request.guide).cells
    # What our document says with today's data is no news: sums, counts, numbers in our spelling.
    today = _made_today(workspace, book, unit, made_by) or printed
    now = read_form(today, request.guide).cells
    is_later = any(tag in now and tag not in blank for tag in form.cells)
    make_whole(form, places_of(today if is_later else printed))
    sources = read_sources(workspace, book, [unit])
    known, problems = known_data(sources)
    result = Import(problems, [])
    if problems:
        return result
    data: Any = deepcopy(known[unit])
    name = book.units[unit].full_name
    listed = frozenset(f"{indicator}.ky_nay" for indicator in added_up(book, made_by.kind))
    ours = {**now, **blank}
    said = whole_answers({tag: cell for tag, cell in now.items() if not EMPTY.fullmatch(cell.raw)}, blank)
    filled = whole_answers(_filled(form, ours, blank, listed), blank)
    filled = {tag: cell for tag, cell in filled.items() if tag not in said or said[tag].raw != cell.raw}
    rows = of_communes(filled, book, book.units[unit], made_by.kind)
    fix = _("chưa lấy; sửa ô rồi nhập lại")
    result.warnings += [Problem(str(path), None, cell.where, doubt, fix) for cell, doubt in rows.doubts]
    columns = _columns(book, made_by.kind)
    for tag, cell in rows.cells.items():
        column = columns.get(tag.rpartition(".")[0])
        if doubt := _doubt(tag, cell, book, made_by) or _no_choice(cell, column):
            result.warnings.append(Problem(str(path), None, cell.where, doubt, fix))
            continue
        place = ("signer", "name") if tag == SIGNER else ("answers", made_by.kind, tag)
        text = cell.raw.strip() if tag in form.blocks or "\n" in cell.raw else without_dots(cell.raw)
        text = uncrossed(chosen(column, text) if column else text).strip()
        if not text:
            continue
        old = _known(data, place)
        # 9 is printed as 09.
        if printed_number(old) != printed_number(text) and not _is_part(text, old):
            _put(data, place, text)
            result.changes.append(Change(name, ".".join(place), old, text))
    result.warnings += _added(form, ours, str(path))
    if result.changes:
        result.files += changed_files(workspace, name, sources[unit], data)
    return result


def _whose(path: Path, content: bytes, workspace: Workspace, book: Book) -> tuple[str, Recipe]:
    """The unit and the kind that the document names."""
    offered = [recipe(kind) for kind in kinds() if not lacking(book, recipe(kind))]
    # Any guide will do: who wrote a document stands outside of its tables.
    guide = request_for(workspace, book, offered[0], (path,), date.today()).guide
    try:
        form = read_form(content, guide)
    except Refused as error:
        reason, _arrow, fix = in_words(error).partition(" -> ")
        raise DataError([Problem(str(path), None, "", reason, fix)]) from error
    said = zip(("plan", "unit", "kind"), form.keywords or ("", "", ""), strict=True)
    plan, unit, kind = (form.mark.get(name) or word for name, word in said)
    known = {each.kind: each for each in offered}
    if plan != book.head.id or unit not in book.units or kind not in known:
        message = _("không phải văn bản do chương trình lập theo kế hoạch {plan}").format(plan=book.head.id)
        fix = _("chọn tệp .docx đã tạo bằng kh-docs generate; kế hoạch khác thì thêm --plan")
        raise DataError([Problem(str(path), None, "", message, fix)])
    made_by = known[kind]
    below = next((each for each in RECIPES if each.kind == kind and each.below), None)
    if below is not None and _is_rather(form, *_places(workspace, book, unit, below, made_by)):
        message = _("{name}: của từng cuộc kiểm tra, không phải dữ liệu của đơn vị, không nhập")
        fix = _("giữ tệp trong hồ sơ kiểm tra")
        raise DataError([Problem(str(path), None, "", message.format(name=_(below.name)), fix)])
    return unit, made_by


def _made_today(workspace: Workspace, book: Book, unit: str, made_by: Recipe) -> bytes | None:
    workshop = Workshop(book, workspace.templates)
    content = workshop.make(Order(book.units[unit], made_by)).content
    workshop.close()
    return content


def _places(workspace: Workspace, book: Book, unit: str, *recipes: Recipe) -> Iterator[set[str]]:
    """The places that only one of both variants has."""
    requests = [request_for(workspace, book, each, (), date.today()) for each in recipes]
    first, second = (set(read_form(each.blank(unit), each.guide).cells) for each in requests)
    yield first - second
    yield second - first


def _is_rather(form: Form, this: set[str], other: set[str]) -> bool:
    return len(this & form.cells.keys()) > len(other & form.cells.keys())


def _filled(
    form: Form, ours: Container[str], blank: Mapping[str, Cell], listed: frozenset[str]
) -> dict[str, Cell]:
    """The places of our form (`ours`) in which something stands that our blank one does not print.

    What follows from a list (`listed`) is no answer of its own.
    """
    return {
        tag: cell
        for tag, cell in form.cells.items()
        if tag in ours
        and tag not in listed
        and not tag.startswith(OF_SIGNING)
        and not EMPTY.fullmatch(cell.raw)
        and (tag not in blank or slug(cell.raw) != slug(blank[tag].raw) or THING in cell.raw)
    }


def _added(form: Form, blank: dict[str, Cell], file: str) -> Iterator[Problem]:
    """Rows that somebody added to a list: the form has no place for them, a list of the unit's data has."""
    for tag, cell in form.cells.items():
        copies = [raw for raw, _where in cell.copies if without_dots(raw) and raw != cell.raw]
        beyond = [cell.raw] if tag not in blank and without_dots(cell.raw) else []
        for raw in (*beyond, *copies) if tag[-1].isdigit() else ():
            message = _("dòng thêm vào bảng, chưa lấy “{raw}”").format(raw=raw.strip())
            yield Problem(
                file, None, cell.where, message, _("nhập vào danh sách bằng bảng tính (data export)")
            )


def _columns(book: Book, kind: str) -> dict[str, RegisterColumn]:
    """The columns of its tables that have a list to choose from, by what begins the tags of their cells."""
    tables = (register for register in book.registers if kind in register.kinds)
    pairs = ((register, column) for register in tables for column in register.columns if column.choices)
    return {tag_of(register, column, "").rstrip("."): column for register, column in pairs}


def _no_choice(cell: Cell, column: RegisterColumn | None) -> str:
    if column is None or slug(chosen(column, without_dots(cell.raw))) in map(slug, column.choices):
        return ""
    told = _("“{raw}” không có trong danh sách; chọn một trong: {choices}")
    return told.format(raw=cell.raw.strip(), choices=", ".join(column.choices))


def _doubt(tag: str, cell: Cell, book: Book, made_by: Recipe) -> str:
    """What has to be asked about the place before it can be taken."""
    if any(raw.strip() and raw.strip() != cell.raw.strip() for raw, _where in cell.copies):
        return _("hai chỗ cùng tên mà khác nhau")
    if THING in cell.raw:
        return value_of(cell.raw, "t").question
    if not made_by.span:
        return ""
    name, _dot, column = tag.partition(".")
    types = {item.id: (item.type, item.measure) for item in book.indicators.indicators}
    if name not in types or column not in ("ky_nay", "ky_truoc"):
        return ""
    kind, measure = types[name]
    return value_of(cell.raw, kind, measure, period_of(book, made_by).to_day.year).question


def _known(data: Any, place: tuple[str, ...]) -> str:
    """What stands in a place of the data."""
    for name in place:
        data = data.get(name, {})
    return str(data or "")


def _put(data: Any, place: tuple[str, ...], text: str) -> None:
    *above, last = place
    for name in above:
        data = data.setdefault(name, {})
    data[last] = text


def _is_part(text: str, old: str) -> bool:
    """Whether only paragraphs are gone: a place left blank deletes nothing."""
    left = iter(old.splitlines())
    return len(old.splitlines()) > 1 and all(line in left for line in text.splitlines())
