"""The last look at a finished document before it is published: opened again, judged by the decree's rules.

What other documents of its kind have shown to be in order is not judged again; a document that is then found
wanting is judged once more as a whole.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from kh_docs.check.as_printed import as_printed
from kh_docs.check.engine import check_bytes
from kh_docs.check.findings import Finding
from kh_docs.check.ground import ground_of
from kh_docs.check.locate import locate
from kh_docs.check.pages import NOTHING_CUT
from kh_docs.check.registry import RULES, judge
from kh_docs.check.scope import not_ours
from kh_docs.check.seen import MAIN, Seen
from kh_docs.errors import RenderFault
from kh_docs.i18n import _
from kh_docs.refusals import in_words
from kh_docs.word.archive import read_archive
from kh_docs.word.cutting import Cut, cut
from kh_docs.word.package import Package
from kh_docs.word.reader import read_document
from kh_docs.word.refused import Refused

MUSTS = [rule for rule in RULES.values() if rule.severity == "must"]
# Numbers that follow one another: what they look like in a row is the shape that was judged as a whole.
OF_ORDER = ("ND30-STRUCT-A", "ND30-STRUCT-B")
# Sheets and what stands in their margins are those of the frame, which were judged with it.
OF_SHEETS = ("ND30-PAGE-SIZE", "ND30-MARGIN-", "ND30-PAGENUM-FMT", "ND30-PAGENUM-FIRST")
PARTLY = [rule for rule in MUSTS if rule.id not in OF_ORDER and not rule.id.startswith(OF_SHEETS)]


@dataclass
class Gate:
    """The judge of one kind of document; `seen`: what documents were made of that passed."""

    profile: str
    seen: Seen = field(default_factory=Seen)

    def pass_or_refuse(
        self,
        content: bytes,
        name: str,
        spares: Callable[[Finding], bool] = lambda _finding: False,
        main: Cut | None = None,
    ) -> list[Finding]:
        """Let `content` through, or raise RenderFault with what a person must mend.

        What `spares` lets pass, since it lies in words that are not ours, keeps no document back and is given
        back. `main`: its main part, where it was made on the spot.
        """
        try:
            parts = read_archive(content)
            rest = self.seen.rest(parts, _pieces(parts.get(MAIN, b""), main))
            document = rest.document
            if document is None:
                whole = {**parts, MAIN: b"".join(rest.main)}
                document = as_printed(read_document(Package(whole, only_reading=True)))
            known = rest.frame.pieces if rest.frame is not None else NOTHING_CUT
            anatomy = locate(document, self.profile, known=known)
            anatomy.judged = rest.judged
        except Refused as error:
            raise RenderFault(
                _("văn bản không mở lại được, không ghi: {}").format(in_words(error))
            ) from error
        tolerated: list[Finding] = []
        rules = MUSTS if rest.document is None else PARTLY
        ground = ground_of(anatomy, rest.places)
        fits = self.seen.fits(rest, ground)
        if not fits or not_ours(anatomy) or next(judge(anatomy, rules), None):
            tolerated = self._judge_whole(content, name, spares)
        if fits and not tolerated:
            self.seen.passed(rest, anatomy, ground)
        return tolerated

    def _judge_whole(self, content: bytes, name: str, spares: Callable[[Finding], bool]) -> list[Finding]:
        report = check_bytes(content, name, self.profile)
        found = [finding for finding in report.findings if finding.severity == "must"]
        broken = [finding for finding in found if not spares(finding)]
        if broken or not (report.ok or found):
            listed = "; ".join(
                f"{each.rule}: {each.where}: {each.found}: {each.message}" for each in broken[:5]
            )
            raise RenderFault(
                _("văn bản sai thể thức, không ghi: {}").format(listed or report.refused_reason)
            )
        return found


def _pieces(content: bytes, main: Cut | None) -> list[bytes]:
    """The pieces of what stands in the file; those known to whoever wrote it, if it is what he wrote."""
    return main.pieces if main is not None and main.written == content else cut(content)
