"""Read one file as the return of a unit, or say why it is none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kh_docs.facts.spelt_values import EMPTY, value_of
from kh_docs.i18n import _
from kh_docs.refusals import in_words
from kh_docs.returns.cells import Cell
from kh_docs.returns.commune_rows import commune_rows
from kh_docs.returns.found import Found
from kh_docs.returns.ground import Ground
from kh_docs.returns.joined import said_in
from kh_docs.returns.lists import lists_of
from kh_docs.returns.numbers import TARGET
from kh_docs.returns.period_said import asked_of_period, of_other_period, with_period
from kh_docs.returns.places import Places
from kh_docs.returns.returned import FileRead, Return
from kh_docs.returns.sections import add_typed, shape_of
from kh_docs.returns.sender import sender_of
from kh_docs.returns.suffixes import CONVERTIBLE, EMPTY_FILE, UNREADABLE
from kh_docs.returns.values import Asked, figures_of
from kh_docs.returns.word_form import Form, is_ragged, read_form, with_places
from kh_docs.text import slug
from kh_docs.word.plain import lines_of
from kh_docs.word.refused import Refused
from kh_docs.word.xml import W

# A form with more figures than this was filled in; one with fewer is compared with our blank one.
FEW = 20
# Beside a picture: a letterhead, the number of a page.
_FEW_LETTERS = 400


def read_word(found: Found, ground: Ground) -> Return | FileRead:
    """The return in `found`, or what became of a file that is none."""
    request = ground.request
    if found.reason or not found.content:
        return _unreadable(found, ground, found.reason or _(EMPTY_FILE))
    content, notes = found.content, list[str]()
    if found.suffix in CONVERTIBLE:
        converted = request.convert(content, found.suffix) if request.convert else None
        if converted is None:
            return _unreadable(found, ground, _(UNREADABLE[found.suffix]))
        content, notes = converted, [_("đọc qua LibreOffice")]
    try:
        form = read_form(content, request.guide)
    except Refused as error:
        return _unreadable(found, ground, in_words(error))
    sender = sender_of(form, request.book, ground.names, request.recipe.kind, ground.period)
    if sender.is_stranger and found.suffix in CONVERTIBLE:
        # LibreOffice makes a page of anything.
        return _unreadable(found, ground, _(UNREADABLE[found.suffix]))
    if sender.unit is None:
        return FileRead(found.path, None, "foreign", sender.reason)
    return _returned(found, form, ground, sender.unit, [*notes, *_notes(form)])


def _unreadable(found: Found, ground: Ground, reason: str) -> FileRead:
    """Whose it is, only its name can tell."""
    unit = ground.names.in_path(found.path)
    return FileRead(found.path, unit, "foreign" if found.is_stray and unit is None else "unreadable", reason)


def _returned(found: Found, form: Form, ground: Ground, unit: str, notes: list[str]) -> Return | FileRead:
    children = ground.request.book.units[unit].children
    asked = ground.asked(unit)
    prompts, titles = _made_whole(form, ground, unit, asked)
    with_days = with_period(form.cells, form.root)
    if reason := of_other_period(with_days, ground):
        return FileRead(found.path, None, "foreign", reason)
    year = ground.period.to_day.year
    figures, questions = figures_of(asked, form.cells, year)
    questions += asked_of_period(with_days, unit, ground)
    questions += ground.names.asked_of_path(found.path, unit)
    filled = sum(figure.state in ("number", "text", "no_figure") for figure in figures.values())
    if filled <= FEW and _is_blank(form, ground, unit):
        return _nothing(found, form, unit, asked)
    rows = commune_rows(form, children, ground.totals)
    questions += rows.questions
    number, issued_on = _signing(form, year)
    texts = {tag: cell.raw.strip() for tag, cell in form.cells.items() if tag in titles}
    written = {tag for tag, text in texts.items() if slug(text) and slug(text) != prompts.get(tag)}
    return Return(
        unit,
        *found.told,
        number,
        issued_on,
        figures,
        questions,
        {titles[tag]: text for tag, text in texts.items() if tag in written},
        tuple(titles[tag] for tag in texts if tag not in written),
        lists_of(form, ground.totals),
        rows.communes,
        tuple(notes),
        commune_totals=rows.totals,
        saved_at=form.saved_at,
        joined=said_in({tag: cell.raw.strip() for tag, cell in form.cells.items()}),
    )


def _nothing(found: Found, form: Form, unit: str, asked: Iterable[Asked]) -> FileRead:
    """A form that nobody filled in, pages that were scanned, or a report in words of its own."""
    if any(each.key in form.cells for each in asked):
        return FileRead(found.path, unit, "foreign", _("mẫu chưa điền gì"))
    has_picture = next(form.root.iter(W + "drawing", W + "pict"), None) is not None
    if has_picture and sum(map(len, lines_of(form.root))) < _FEW_LETTERS:
        reason = _("tệp Word chỉ có ảnh chụp, bản quét -> xin số liệu gõ vào mẫu")
        return FileRead(found.path, unit, "unreadable", reason)
    reason = _("không có biểu số liệu của mẫu đã gửi -> xin số liệu gõ vào mẫu")
    return FileRead(found.path, unit, "foreign", reason)


def _made_whole(
    form: Form, ground: Ground, unit: str, asked: Iterable[Asked]
) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Add what stands beside and in place of controls; prompts and names of the sections."""
    guide = ground.request.guide
    lacks = is_ragged(form, guide, len(ground.request.book.units[unit].children))
    if shape_of(form.blocks) in ground.shapes and not lacks and _is_as_made(form, asked):
        return guide.prompts, form.titles
    places = ground.places(unit)
    make_whole(form, places)
    return places.prompts, places.titles


def _is_as_made(form: Form, asked: Iterable[Asked]) -> bool:
    """Whether every figure has its control; our form prints targets and notes as words, found by a code."""
    if any(cell.found_by not in ("tag", "code") for cell in form.cells.values()):
        return False
    found = ((form.cells.get(each.key), each.column) for each in asked)
    return all(cell is not None and (cell.found_by == "tag" or column == TARGET) for cell, column in found)


def make_whole(form: Form, places: Places) -> None:
    """Add what stands beside controls and where they are gone; `places`: those of the unit's blank form."""
    tagged = all(cell.found_by == "tag" for key, cell in form.cells.items() if key in places.tags)
    with_places(form, places)
    if shape_of(form.blocks) != places.shape or not tagged:
        blocks = {tag: block for tag, block in form.blocks.items() if tag in form.cells}
        add_typed(form.cells, blocks, places.known, places.prompts)


def _is_blank(form: Form, ground: Ground, unit: str) -> bool:
    """Whether nobody wrote anything: what our blank form prints of itself is no answer."""
    blank = read_form(ground.request.blank(unit), ground.request.guide).cells
    printed = {key: slug(cell.raw) for key, cell in blank.items()}
    prompts = ground.places(unit).prompts
    return all(_is_printed(cell, printed.get(key), prompts.get(key)) for key, cell in form.cells.items())


def _is_printed(cell: Cell, printed: str | None, prompt: str | None) -> bool:
    return bool(EMPTY.fullmatch(cell.raw)) or slug(cell.raw) in (printed, prompt)


def _signing(form: Form, year: int) -> tuple[str, str | None]:
    """The number and the day under which the report was issued, as far as they are written in it."""
    keys = ("so_van_ban.gia_tri", "ngay_ban_hanh.ngay", "ngay_ban_hanh.thang")
    number, day, month = (form.cells[key].raw.strip() if key in form.cells else "" for key in keys)
    issued_on = value_of(f"{day}/{month}", "d", year=year)
    return number, str(issued_on.value) if day and month and not issued_on.question else None


def _notes(form: Form) -> Iterator[str]:
    if form.revised:
        yield _("có thay đổi được theo dõi, đọc như đã chấp nhận")
    for comment in form.comments:
        yield _("chú thích trong tệp: “{text}”").format(text=" ".join(comment.split()))
