"""Take the bytes of a province's plan and the folder it goes to, give the files of the draft."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from datetime import date
from typing import NamedTuple

from kh_docs.i18n import _
from kh_docs.planning import files
from kh_docs.planning.counterparts import Trace, digest
from kh_docs.planning.draft import Draft, draft_of
from kh_docs.planning.head import take_apart
from kh_docs.planning.lines import refused
from kh_docs.planning.merging import Made, merge, refer, traces
from kh_docs.planning.places import Atlas
from kh_docs.planning.remembered import remembered
from kh_docs.planning.source import Source
from kh_docs.planning.yaml_items import joined
from kh_docs.text import MAX_CHARACTERS


class Imported(NamedTuple):
    """The files to write (by name), or why they cannot be; how many lines of a web site were left out."""

    draft: Draft
    files: Mapping[str, str]
    conflicts: tuple[str, ...] = ()
    noise: int = 0


def issued_on(source: Source) -> date | None:
    """The day of the plan, by which its units are chosen."""
    return take_apart(source).head.issued_on


def read_draft(source: Source, atlas: Atlas) -> tuple[Draft, int]:
    """The draft, and the lines that were the site's; raises DataError where this is no plan."""
    parts = take_apart(source)
    draft = draft_of(parts, atlas)
    marked = sum(clause.id not in ("opening",) and not clause.id.endswith("end") for clause in draft.clauses)
    if marked < 2 or not (draft.head.title or any("ế hoạch" in each.text for each in draft.clauses[:3])):
        raise refused(
            source.file,
            None,
            _("không phải một kế hoạch: không thấy chữ “KẾ HOẠCH” và các mục I., 1., a)"),
            _("đưa vào toàn văn kế hoạch của tỉnh"),
        )
    if long := next((each for each in draft.clauses if len(each.text) > MAX_CHARACTERS), None):
        message = _("mục {} dài {} ký tự, không phải một mục của kế hoạch").format(long.id, len(long.text))
        raise refused(
            source.file, long.line, message, _("kiểm tra lại văn bản, xóa phần không phải kế hoạch")
        )
    return draft, source.noise + parts.noise


def merged(draft: Draft, plan_id: str, old: Mapping[str, str], made: Made, noise: int = 0) -> Imported:
    """The draft into the folder whose files are `old`; what a person approved or changed there is kept."""
    gone: set[str] = set()
    tops = files.heads(plan_id)
    clauses = {clause.id for clause in draft.clauses}
    written: dict[str, str] = {}
    now: dict[str, Mapping[str, Trace]] = {}
    conflicts: list[str] = []
    renamed: dict[str, str] = {}
    for name, blocks in files.items(draft).items():
        blocks = tuple(refer(block, renamed) for block in blocks)
        if name in old:
            result = merge(name, old[name], blocks, made.get(name, {}), clauses)
            written[name], now[name] = result.text, result.made
            conflicts += result.conflicts
            renamed |= result.renamed
            gone |= {f"clause: {item}" for item in result.gone} if name == files.CLAUSES else result.gone
        elif blocks or name != files.QUESTIONS:
            written[name], now[name] = joined(tops[name], blocks), traces(name, blocks)
    conflicts += _dangling({**old, **written}, gone)
    head = files.plan_head(draft, plan_id)
    known = made.get(files.HEAD, {}).get("plan")
    touched = files.HEAD in old and (known is None or known.text != digest(old[files.HEAD]))
    written[files.HEAD] = old[files.HEAD] if touched else head
    now[files.HEAD] = {"plan": known if touched and known else Trace(digest(head), "")}
    written[files.MADE] = remembered(now)
    return Imported(draft, written, tuple(conflicts), noise)


def _dangling(texts: Mapping[str, str], gone: Collection[str]) -> list[str]:
    """Where the folder still speaks of an item that the new text no longer gives."""
    return [
        _("{}: còn nhắc đến {}, văn bản mới không còn mục đó").format(name, item)
        for name, text in texts.items()
        for item in sorted(gone)
        if name != files.CLAUSES
        and re.search(rf"(?<![\w-]){re.escape(item)}(?![\w.-])", _without_remarks(text))
    ]


def _without_remarks(text: str) -> str:
    return "\n".join(line for line in text.split("\n") if not line.lstrip().startswith("#"))
