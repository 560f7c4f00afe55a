"""Take the bytes of a file, give the report on it."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

import kh_docs.check.rules  # noqa: F401 - registers every rule
from kh_docs.bounded import read_bounded
from kh_docs.check.anatomy import PROFILES, Anatomy
from kh_docs.check.as_printed import as_printed
from kh_docs.check.findings import SEVERITIES, Finding, Report
from kh_docs.check.locate import locate
from kh_docs.check.registry import RULES, judge
from kh_docs.check.scope import not_ours
from kh_docs.check.words import MASS_ORGANISATIONS
from kh_docs.i18n import _
from kh_docs.model.in_force import NOTHING_KNOWN, InForce
from kh_docs.refusals import in_words
from kh_docs.word.archive import read_archive
from kh_docs.word.package import Package
from kh_docs.word.reader import read_document
from kh_docs.word.refused import Refused

# The rules that need no word but the motto.
_WORDLESS: Final = ("ND30-PAGE", "ND30-MARGIN", "ND30-FONT", "ND30-COLOR", "ND30-QH-TEXT", "ND30-TN-TEXT")
# Rules on the sheets and on every letter: judged in further documents that are not whole, too.
_OF_SHEETS: Final = (
    "ND30-PAGE-SIZE",
    "ND30-PAGE-ORIENT",
    "ND30-MARGIN",
    "ND30-FONT",
    "ND30-COLOR",
    "ND30-UNICODE",
    "ND30-DATE-REAL",
)
# Rules that look at the whole file, whichever document of it they are asked about.
_OF_THE_FILE: Final = ("ND30-PAGENUM",)


def check_file(path: Path, profile: str = "ubnd", in_force: InForce = NOTHING_KNOWN) -> Report:
    """The report on a file."""
    try:
        data = read_bounded(path)
    except OSError as error:
        reason = _("không đọc được tệp ({reason}) -> kiểm tra đường dẫn, quyền đọc").format(
            reason=error.strerror
        )
        return Report(path.name, refused_reason=reason)
    return check_bytes(data, path.name, profile, in_force)


def check_bytes(data: bytes, name: str, profile: str = "ubnd", in_force: InForce = NOTHING_KNOWN) -> Report:
    """The report on the bytes of a .docx; whatever they are, it is judged or refused."""
    try:
        anatomy = take_apart(data, profile, in_force)
    except Refused as refusal:
        return Report(name, refused_reason=in_words(refusal))
    return report_on(anatomy, name)


def take_apart(data: bytes, profile: str = "ubnd", in_force: InForce = NOTHING_KNOWN) -> Anatomy:
    """The parts of the document, or `Refused`."""
    if profile not in PROFILES:
        raise ValueError(f"profile {profile!r} is not one of {PROFILES}")
    return locate(
        as_printed(read_document(Package(read_archive(data), only_reading=True))), profile, in_force
    )


def report_on(anatomy: Anatomy, name: str) -> Report:
    """The report on a document already taken apart."""
    foreign = not_ours(anatomy)
    if foreign is not None:
        return Report(name, notes=(foreign,), judged=False)
    rules = [each for each in RULES.values() if not anatomy.is_unaccented or each.id.startswith(_WORDLESS)]
    whole = {number: other for number, other in enumerate(anatomy.others, start=2) if _is_whole(other)}
    found = [*judge(anatomy, rules), *_of_others(anatomy, whole)]
    return Report(name, tuple(_in_reading_order(anatomy, found)), notes=tuple(_notes(anatomy, whole)))


def _of_others(anatomy: Anatomy, whole: Mapping[int, Anatomy]) -> Iterator[Finding]:
    """What is wrong in the further documents; of those that are not whole the sheets and letters."""
    sheets = [each for each in RULES.values() if each.id.startswith(_OF_SHEETS)]
    rules = [each for each in RULES.values() if not each.id.startswith(_OF_THE_FILE)]
    for number, other in enumerate(anatomy.others, start=2):
        for finding in judge(other, rules if number in whole else sheets):
            where = _("văn bản thứ {number}, {where}").format(number=number, where=finding.where)
            yield finding._replace(where=where, document=number)


def _is_whole(other: Anatomy) -> bool:
    """Whether a further document is one that an office issues, and not a form or half of one."""
    header = other.header
    dated = header.number or header.date or other.type_found == "Biên bản"
    issued = bool(other.type_found or header.subject) and bool(dated)
    return issued and other.closing.found and not_ours(other) is None


def _in_reading_order(anatomy: Anatomy, findings: Iterable[Finding]) -> list[Finding]:
    """What must be mended first; then what is found on the page, then from the first line to the last."""
    findings = list(findings)
    if len(findings) < 2:
        return findings
    order = {id(paragraph): number for number, paragraph in enumerate(anatomy.document.paragraphs())}

    def key(finding: Finding) -> tuple[int, int]:
        first = min((order.get(id(place.paragraph), -1) for place in finding.places), default=-1)
        return SEVERITIES.index(finding.severity), first

    return sorted(findings, key=key)


def _unfilled(anatomy: Anatomy) -> tuple[int, int]:
    """How many prompts in words, and how many dots, its controls still show."""
    shown = [
        run.text
        for paragraph in anatomy.document.paragraphs()
        for run in paragraph.runs
        if run.placeholder and run.text.strip()
    ]
    prompts = sum(any(map(str.isalpha, text)) for text in shown)
    return prompts, len(shown) - prompts


def _adapts_the_decree(anatomy: Anatomy) -> bool:
    """Whether a political or mass organisation issues the document (Điều 2.1)."""
    return any(MASS_ORGANISATIONS.search(piece.text.upper()) for piece in anatomy.header.agency)


def _notes(anatomy: Anatomy, whole: Mapping[int, Anatomy]) -> Iterator[str]:
    if anatomy.document.tracked:
        yield _("Văn bản còn thay đổi chưa duyệt (Track Changes): đã xét như khi chấp nhận hết")
    if anatomy.is_unaccented:
        yield _("Văn bản gõ không dấu: mới xét trang giấy, phông chữ, Quốc hiệu -> gõ có dấu rồi xét lại")
    elif anatomy.kind is None:
        yield _("Chưa nhận ra loại văn bản: các quy định riêng của từng loại không được xét")
    elif anatomy.is_attachment:
        yield _("Văn bản ban hành kèm theo văn bản khác: số, ngày, nơi nhận không được xét")
    if anatomy.others:
        judged = [1, *whole]
        listed = ", ".join(map(str, judged))
        if len(judged) > len(anatomy.others):
            yield _("Tệp gồm nhiều văn bản, đã xét từng văn bản -> tách mỗi văn bản thành một tệp")
        else:
            yield _(
                "Tệp gồm nhiều văn bản: chỉ xét văn bản thứ {numbers}; còn lại là biểu mẫu -> "
                "tách mỗi văn bản thành một tệp"
            ).format(numbers=listed)
    elif anatomy.attached_from is not None:
        yield _("Văn bản ban hành kèm theo ở cuối tệp không được xét -> để thành tệp riêng rồi xét")
    elif anatomy.next_document is not None:
        yield _("Trong phụ lục có biểu mẫu mang Quốc hiệu: biểu mẫu không được xét")
    if _adapts_the_decree(anatomy):
        yield _("Mặt trận, đoàn thể vận dụng Nghị định 30 theo hướng dẫn riêng: đối chiếu thêm hướng dẫn đó")
    counts = zip((_("{} lời nhắc"), _("{} ô trống")), _unfilled(anatomy), strict=True)
    if left := [words.format(count) for words, count in counts if count]:
        yield _("Còn {} chưa điền: mới xét phần đã có chữ").format(", ".join(left))
    if not anatomy.closing.found:
        yield _("Không thấy phần ký: quyền hạn, chức vụ, họ tên không được xét")
