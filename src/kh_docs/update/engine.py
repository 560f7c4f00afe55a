"""Base, mine, theirs: one file with her words, and ours as tracked changes."""

from kh_docs.i18n import _
from kh_docs.update.blocks import AUTHOR, Block, Body
from kh_docs.update.decisions import Decisions
from kh_docs.update.fresh import Fitting
from kh_docs.update.ink import Ink
from kh_docs.update.merged import Change, Conflict, Merged
from kh_docs.update.merging import Merger
from kh_docs.update.reading import read_body
from kh_docs.update.refusing import Unfit, refuse_other_origin, refuse_stray, refuse_unfit
from kh_docs.update.remembering import remembered
from kh_docs.update.steps import Clash
from kh_docs.update.telling import readable, told, where
from kh_docs.update.writing import written
from kh_docs.word.allowed import refuse_foreign
from kh_docs.word.comments import Commenter
from kh_docs.word.identities import free_numbers_of
from kh_docs.word.package import Package, open_package
from kh_docs.word.writer import rewritten
from kh_docs.word.xml import Element, W, val


def merge(base: bytes, mine: bytes, theirs: bytes, date: str) -> Merged:
    """Bring what changed from `base` to `theirs` into `mine`; `Unfit` or `Refused` where that is not safe.

    `date` is the time that our changes carry, as in 2026-02-23T00:00:00Z.
    """
    old, hers, ours = (open_package(each) for each in (base, mine, theirs))
    refuse_stray(mine)
    refuse_unfit(hers)
    refuse_foreign(hers.parts)
    refuse_other_origin(hers, ours)
    was, now, new = (_body(each) for each in (old, hers, ours))
    merger = Merger()
    merger.blocks(was.blocks, now.blocks, new.blocks)
    decisions = merger.decisions
    if not _anything(decisions):
        return Merged(mine, theirs)
    if decisions.other_columns:
        raise Unfit(_("đã thêm hoặc bớt cột, ô ở {where}").format(where=where(decisions.other_columns[0])))
    kept = rewritten(ours.parts, {ours.main: remembered(new, decisions.waiting)})
    waiting = tuple(where(each.block) for each in decisions.waiting)
    if not (decisions.steps or decisions.notes):
        return Merged(mine, kept, waiting=waiting)
    return Merged(
        _with_ours(hers, ours, now, decisions, date),
        kept,
        len({each for block, _step in decisions.steps for each in _counted(block)}),
        tuple(Change(where(block), *map(readable, step)) for block, step in decisions.steps),
        tuple(Conflict(where(note.block), *map(readable, note.clash)) for note in decisions.notes),
        waiting,
    )


def _body(package: Package) -> Body:
    root = package.root(package.main)
    assert root is not None  # the package was found by it
    return read_body(package.parts[package.main], root)


def _anything(decisions: Decisions) -> bool:
    return bool(decisions.steps or decisions.notes or decisions.waiting or decisions.barred)


def _with_ours(hers: Package, ours: Package, mine: Body, decisions: Decisions, date: str) -> bytes:
    ink = Ink(date, next(free_numbers_of(hers)))
    commenter = Commenter(hers, AUTHOR, date)
    marks = {val(each, "name") or "" for each in mine.root.iter(W + "bookmarkStart")}
    fitting = Fitting(ours.linked("styles"), hers.linked("styles"), mine.root, marks, ink)

    def comment(paragraph: Element, clash: Clash) -> None:
        commenter.add(paragraph, paragraph, told(clash))

    main = written(mine, decisions, ink, fitting, comment)
    del hers.roots[hers.main]  # written by itself
    return rewritten(hers.parts, {**hers.changed_parts(), hers.main: main})


def _counted(block: Block) -> list[Element]:
    """What people count as changed: a paragraph, or a table row whatever changed in it."""
    if block.kind == "table":
        return [row.element for row in block.rows]
    row = next(block.element.iterancestors(W + "tr"), None)
    return [block.element if row is None else row]
