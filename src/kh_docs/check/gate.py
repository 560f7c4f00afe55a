"""The last look at a finished document before it is published: opened again, judged by the decree's rules.

Nearly all that a document holds are cells of annex tables, most of them blanks or words that every unit's
document has. Such a cell is judged once; a document that is then found wanting is judged again as a whole.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kh_docs.check.engine import check_bytes
from kh_docs.check.locate import locate
from kh_docs.check.registry import RULES, judge
from kh_docs.check.scope import not_ours
from kh_docs.errors import RenderFault
from kh_docs.i18n import _
from kh_docs.refusals import in_words
from kh_docs.word.archive import read_archive
from kh_docs.word.package import Package
from kh_docs.word.reader import read_document
from kh_docs.word.refused import Refused

MUSTS = [rule for rule in RULES.values() if rule.severity == "must"]
MAIN = "word/document.xml"
CELL, CELL_END, TABLE, PROMPT = b"<w:tc>", b"</w:tc>", b"<w:tbl>", b"<w:showingPlcHdr/>"
# Head, signature and recipients stand in tables too, but none of those repeats its first row.
HEADED = b"<w:tblHeader/>"
NAMES = re.compile(
    rb'<w:(?:(?:alias|tag) w:val|bookmarkStart w:id="[0-9]+" w:name|bookmarkEnd w:id)="[^"]*"/>'
)
EMPTY_ROW = re.compile(rb"<w:tr>(?:<w:trPr>(?:<(?!/w:trPr>)[^>]*>)*</w:trPr>)?</w:tr>")
# Whether a citation is right depends on what was cited before it: no cell that may hold one is left out.
CITES = re.compile("(?:s|S)ố [0-9]|Phụ lục".encode())
# Cells remembered for one kind of document; beyond it come those of single units.
MOST_CELLS = 5_000


@dataclass
class Gate:
    """The judge of one kind of document; `known`: cells of documents that were found in order."""

    profile: str
    known: set[tuple[int, bytes]] = field(default_factory=set)

    def pass_or_refuse(self, content: bytes, name: str) -> None:
        """Let `content` through, or raise RenderFault with what a person must mend."""
        try:
            parts = read_archive(content)
            thinned, cells = self._thinned(parts.get(MAIN, b""))
            package = Package({**parts, MAIN: thinned}, only_reading=True)
            anatomy = locate(read_document(package), self.profile)
        except Refused as error:
            raise RenderFault(
                _("văn bản không mở lại được, không ghi: {}").format(in_words(error))
            ) from error
        if not_ours(anatomy) or next(judge(anatomy, MUSTS), None):
            self._judge_whole(content, name)
        if len(self.known) < MOST_CELLS:
            self.known |= cells

    def _judge_whole(self, content: bytes, name: str) -> None:
        report = check_bytes(content, name, self.profile)
        if not report.ok:
            broken = [finding for finding in report.findings if finding.severity == "must"]
            listed = "; ".join(
                f"{each.rule}: {each.where}: {each.found}: {each.message}" for each in broken[:5]
            )
            raise RenderFault(
                _("văn bản sai thể thức, không ghi: {}").format(listed or report.refused_reason)
            )

    def _thinned(self, xml: bytes) -> tuple[bytes, set[tuple[int, bytes]]]:
        """The main part without the cells that need no second look, and the cells that got one."""
        start, *rest = NAMES.sub(b"", xml).split(CELL)
        kept = [start]
        table, lists_data = start.count(TABLE), HEADED in start
        looked_at: set[tuple[int, bytes]] = set()
        for piece in rest:
            cell, _end, after = piece.partition(CELL_END)
            key = (table, cell)
            if lists_data and (key in self.known or key in looked_at):
                kept.append(after)
            else:
                kept += (CELL, piece)
                if lists_data and (_only_prompt(cell) or not CITES.search(cell)):
                    looked_at.add(key)
            if TABLE in after:
                table, lists_data = table + after.count(TABLE), HEADED in after
        return EMPTY_ROW.sub(b"", b"".join(kept)), looked_at


def _only_prompt(cell: bytes) -> bool:
    return PROMPT in cell and cell.count(b"<w:r>") == 1
