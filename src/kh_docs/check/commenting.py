"""Take a .docx, give a copy with a Word comment at each place found; words and layout stay as they are."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from kh_docs.check.as_printed import as_printed
from kh_docs.check.engine import report_on
from kh_docs.check.facts import Fact, PlanFacts, facts_of
from kh_docs.check.findings import Finding, Report
from kh_docs.check.locate import locate
from kh_docs.check.places import Place
from kh_docs.check.safety import why_not_written
from kh_docs.facts.clause_names import clause_name
from kh_docs.i18n import N_, _
from kh_docs.model.in_force import NOTHING_KNOWN, InForce
from kh_docs.word.comment_marks import place_for
from kh_docs.word.comments import Commenter
from kh_docs.word.package import Package, open_package
from kh_docs.word.reader import read_document
from kh_docs.word.runs import runs_between, spans_of
from kh_docs.word.xml import Element, W

AUTHOR: Final = "kh-docs"
SEVERITY_WORDS: Final = {"must": N_("Phải sửa"), "should": N_("Nên sửa"), "info": N_("Tham khảo")}
# Other places that a comment names before it only counts them.
_NAMED: Final = 5


class Commented(NamedTuple):
    """The copy, the very file where nothing is to be said; what was found, and what the plan says."""

    content: bytes
    report: Report
    facts: tuple[Fact, ...] = ()


class Remark(NamedTuple):
    """A text to put at a place; `literal`: the words meant, where the paragraph holds them."""

    place: Place
    literal: str
    text: str


def comment_bytes(
    data: bytes, profile: str = "ubnd", in_force: InForce = NOTHING_KNOWN, plan: PlanFacts | None = None
) -> Commented:
    """A copy with a comment for each finding and each contradiction to the plan; `Refused` as in check."""
    package = open_package(data)
    anatomy = locate(as_printed(read_document(package)), profile, in_force)
    report = report_on(anatomy, "")
    facts = tuple(facts_of(anatomy, plan)) if plan is not None else ()
    reason = why_not_written(package)
    if reason is not None:
        return Commented(data, report._replace(notes=(*report.notes, reason)), facts)
    remarks = [remark_of(finding) for finding in report.findings]
    remarks += [_remark_of_fact(fact) for fact in facts if fact.state == "contradicts"]
    return Commented(with_remarks(data, package, remarks), report, facts)


def with_remarks(data: bytes, package: Package, remarks: Sequence[Remark]) -> bytes:
    """The file with these remarks as comments; without any, the very file."""
    if not remarks:
        return data
    commenter = Commenter(package, AUTHOR)
    main = package.root(package.main)
    assert main is not None  # a package without is refused
    first = next((each for each in main.iter(W + "p") if spans_of(each)), next(main.iter(W + "p")))
    for remark in remarks:
        begin, end = _edges(remark, main) or (first, first)
        commenter.add(begin, end, remark.text)
    return package.to_bytes()


def remark_of(finding: Finding) -> Remark:
    """What the comment on a finding says: what is wrong, how to mend it, and by which clause."""
    lines = [f"{_(SEVERITY_WORDS[finding.severity])}: {finding.message}"]
    if finding.found or finding.expected:
        lines.append(
            _("Đang là: {found}; cần: {expected}").format(found=finding.found, expected=finding.expected)
        )
    if others := finding.places[1:]:
        named = "; ".join(place.in_words(finding.found) for place in others[:_NAMED])
        more = " …" if len(others) > _NAMED else ""
        lines.append(_("Còn ở {count} chỗ khác: {places}").format(count=len(others), places=named + more))
    lines.append(f"{finding.clause} ({finding.rule})")
    return Remark(finding.places[0], finding.found, "\n".join(lines))


def _remark_of_fact(fact: Fact) -> Remark:
    text = _("Trái với kế hoạch: “{literal}”").format(literal=fact.literal)
    if fact.expected:
        text += "\n" + _("Kế hoạch: {expected}").format(expected=fact.expected)
    if fact.clause:
        text += "\n" + _("Kế hoạch ghi tại: {clause}").format(clause=clause_name(fact.clause))
    return Remark(fact.place, fact.literal, text)


def _edges(remark: Remark, main: Element) -> tuple[Element, Element] | None:
    """The first and last run that are meant; `None` for the page, headers, footers and notes."""
    paragraph = remark.place.paragraph
    if paragraph is None or paragraph.element.getroottree().getroot() is not main:
        return None
    holder = place_for(paragraph.element)
    if holder is not paragraph.element:
        return holder, holder
    text = "".join(span.text for span in spans_of(paragraph.element))
    at = text.find(remark.literal) if remark.literal.strip() else -1
    if at >= 0:
        meant = runs_between(paragraph.element, at, at + len(remark.literal))
        if meant:
            return meant[0].run, meant[-1].run
    runs = [run.element for run in remark.place.runs if run.element.getparent() is not None]
    return (runs[0], runs[-1]) if runs else (paragraph.element, paragraph.element)
