"""Take a .docx, give one whose layout keeps the decree and whose words are the same."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from lxml import etree

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.as_printed import as_printed
from kh_docs.check.engine import report_on
from kh_docs.check.findings import Finding
from kh_docs.check.locate import locate
from kh_docs.check.mend.body import mend_body
from kh_docs.check.mend.footer import mend_footers
from kh_docs.check.mend.lines import mend_lines
from kh_docs.check.mend.looks import mend_looks
from kh_docs.check.mend.number import mend_missing_number
from kh_docs.check.mend.page import mend_page
from kh_docs.check.mend.proof import words_of
from kh_docs.check.mend.words import mend_words
from kh_docs.check.safety import why_not_written
from kh_docs.errors import InternalError
from kh_docs.i18n import _
from kh_docs.model.in_force import NOTHING_KNOWN, InForce
from kh_docs.word.extent import estimated_pages
from kh_docs.word.package import Package, open_package
from kh_docs.word.reader import read_document
from kh_docs.word.refused import Refused
from kh_docs.word.writer import rewritten
from kh_docs.word.xml import to_bytes

_LAYOUT = (mend_page, mend_words, mend_looks, mend_body)
# Lines come when page and sizes are right, for their length follows from both.
_ROUNDS = (_LAYOUT, _LAYOUT, (mend_lines,), _LAYOUT)


class Left(NamedTuple):
    """A finding that --fix does not mend, and why."""

    finding: Finding
    reason: str


def fix_bytes(
    data: bytes, profile: str = "ubnd", in_force: InForce = NOTHING_KNOWN
) -> tuple[bytes, tuple[Finding, ...], tuple[Left, ...]]:
    """The mended file, what was mended and what is left; `Refused` for what cannot be judged at all."""
    package = open_package(data)
    anatomy = locate(as_printed(read_document(package)), profile, in_force)
    before = report_on(anatomy, "").findings
    if not before:
        return data, (), ()
    reason = why_not_written(package) or _why_not_mended(anatomy)
    if reason is not None:
        return data, (), tuple(Left(finding, reason) for finding in before)
    for menders in _ROUNDS:
        changed = _changed(anatomy, package, menders)
        if not changed:
            continue
        data = rewritten(package.parts, changed)
        package = open_package(data)
        anatomy = locate(as_printed(read_document(package)), profile, in_force)
    after = report_on(anatomy, "").findings
    rules_left = {(finding.rule, finding.found) for finding in after}
    changes = tuple(finding for finding in before if (finding.rule, finding.found) not in rules_left)
    return data, changes, tuple(Left(finding, _reason(finding)) for finding in after)


def estimated_pages_of(data: bytes) -> int:
    """About how many pages the file prints on."""
    return estimated_pages(read_document(open_package(data)))


def _why_not_mended(anatomy: Anatomy) -> str | None:
    """What is said of the pages and parts of one document would be wrong for another in the same file."""
    if anatomy.next_document is not None:
        return _("tệp gồm nhiều văn bản -> tách mỗi văn bản thành một tệp rồi sửa")
    return None


def _changed(
    anatomy: Anatomy, package: Package, menders: Sequence[Callable[[Anatomy], None]]
) -> dict[str, bytes]:
    """The parts that these menders change."""
    package.root("[Content_Types].xml")
    originals = {name: (etree.tostring(root), words_of(root)) for name, root in package.roots.items()}
    mend_footers(anatomy, package)
    mend_missing_number(anatomy, package)
    for mend in menders:
        mend(anatomy)
    changed: dict[str, bytes] = {}
    for name, root in package.roots.items():
        xml, words = originals.get(name, (b"", []))
        if etree.tostring(root) == xml:
            continue
        if words_of(root) != words:
            raise InternalError(f"--fix would change the words of {name}")
        changed[name] = to_bytes(root)
    return changed


def _reason(finding: Finding) -> str:
    if finding.rule.startswith(("ND30-PAGENUM", "ND30-PL-NEWPAGE", "ND30-PAGE-ORIENT")):
        return _("cần ngắt phần hoặc đặt lại đầu trang: người soạn thảo làm trong Word")
    if finding.rule.endswith("-LINE") and finding.found == _("không có dòng kẻ"):
        return _("không rõ bề rộng của khối chữ: người soạn thảo kẻ trong Word")
    if finding.rule.endswith("-LINE"):
        return _("dòng kẻ có sẵn: người soạn thảo kéo lại cho đúng độ dài")
    return _("thuộc nội dung: kh-docs không tự sửa chữ")


__all__ = ["Left", "Refused", "estimated_pages_of", "fix_bytes"]
