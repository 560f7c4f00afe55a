"""Rules on the legal bases at the start of the body."""

from itertools import takewhile, zip_longest
from typing import Final

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.once import once
from kh_docs.check.pieces import Piece
from kh_docs.check.words import BASIS, without_fields
from kh_docs.patterns import re
from kh_docs.word.document import Paragraph

_NARRATIVE: Final = re.compile(
    r"như sau ?:|ban hành (Kế hoạch|Quyết định|Chương trình)|báo cáo (kết quả|như)|:$"
)
_GOES_ON: Final = re.compile(r"(Theo|Xét|Thực hiện|Trên cơ sở|Sau khi)\b")
# “Căn cứ …, Sở Nội vụ báo cáo …”: after a comma somebody acts.
_TELLS: Final = re.compile(
    r"[,;] (UBND|Ủy ban|Uỷ ban|HĐND|Hội|Sở|Phòng|Ban|Công an|Trường|Trung tâm|Chi cục|Cục|Văn phòng|Bộ|Đoàn|"
    r"Chủ tịch|Giám đốc|Thanh tra|để|đề nghị|yêu cầu|nay)\b"
)
# A line of its own over a list of bases.
_LIST_BELOW: Final = re.compile(r"Căn cứ( pháp lý)? ?:")
# Who or what the document is about, on a line of its own.
_LABELLED: Final = re.compile(r"\(?(?!Căn cứ)[^:.;]{2,40}: ?[^.;]{1,80}")
_DECIDES: Final = re.compile(r"QUYẾT (ĐỊNH|NGHỊ)\s*:?$")


# Four rules ask for those of the document in hand.
@once
def bases(anatomy: Anatomy) -> list[Paragraph]:
    """The paragraphs that are bases: the first of the body, and not a sentence that leads into the text."""
    found: list[Paragraph] = []
    if anatomy.kind == "Công văn":
        # One "Căn cứ …" begins the story of a công văn; several, each ending as an item, are bases there too.
        listed = list(takewhile(_is_named_basis, _without_labels(anatomy.body)))
        return listed if sum(p.text.endswith(";") for p in listed) > 1 else found
    decided = decision(anatomy)
    if decided is not None:
        # "Căn cứ" left out or not.
        return [p for p in anatomy.body[:decided] if _is_named_basis(p) or (_italic(p) and len(p.text) > 40)]
    opening = _without_labels([p for p in anatomy.body if not p.text.isupper()])
    for paragraph, below in zip_longest(opening, opening[1:]):
        text = paragraph.text
        # “Thực hiện …;” above “Căn cứ …” is one of them.
        leads = text.endswith(";") and below is not None and _is_named_basis(below)
        basis = _is_named_basis(paragraph) or (
            _GOES_ON.match(text) and (leads or (found and _italic(paragraph)))
        )
        if not basis or (not text.endswith(";") and _NARRATIVE.search(text)):
            break
        found.append(paragraph)
    if len(found) == 1 and not _stands_alone(found[0]) and not _is_one_of_several(found[0], opening):
        return []
    return found


def decision(anatomy: Anatomy) -> int | None:
    """Where “QUYẾT ĐỊNH:” stands in the body of one: whatever is in italics before it is a basis."""
    if anatomy.kind not in ("Quyết định", "Nghị quyết"):
        return None
    return next((at for at, p in enumerate(anatomy.body) if _DECIDES.match(p.text)), None)


def opening(anatomy: Anatomy) -> list[Paragraph]:
    """The paragraphs of the body by which one tells which are bases, and where these end."""
    body, found = anatomy.body, bases(anatomy)
    decided = decision(anatomy)
    if decided is not None:
        return body[: decided + 1]
    last = found[-1] if found else next((p for p in body if not _says_nothing_of_bases(p)), None)
    at = next((at for at, each in enumerate(body) if each is last), len(body))
    below = next((more for more, p in enumerate(body[at + 1 :], 1) if not p.text.isupper()), 0)
    return body[: at + below + 1]


def _says_nothing_of_bases(paragraph: Paragraph) -> bool:
    return paragraph.text.isupper() or _LABELLED.fullmatch(paragraph.text) is not None


def _without_labels(opening: list[Paragraph]) -> list[Paragraph]:
    """The opening without “Mã số thuế: …” and the like, where several bases stand right below."""
    labels = list(takewhile(lambda paragraph: _LABELLED.fullmatch(paragraph.text), opening))
    below = opening[len(labels) : len(labels) + 2]
    return (
        opening[len(labels) :] if labels and len(below) > 1 and all(map(_is_named_basis, below)) else opening
    )


def _stands_alone(paragraph: Paragraph) -> bool:
    """Whether a single “Căn cứ …” is a basis, and not the beginning of a sentence that tells something."""
    if paragraph.text.endswith(";") or _italic(paragraph):
        return True
    return paragraph.text.endswith(".") and not _TELLS.search(paragraph.text)


def _is_one_of_several(paragraph: Paragraph, opening: list[Paragraph]) -> bool:
    """“Căn cứ …,” or without any mark, above another “Căn cứ …” that goes on as a sentence."""
    at_it = next(index for index, each in enumerate(opening) if each is paragraph)
    below = opening[at_it + 1 : at_it + 2]
    return bool(below) and _is_named_basis(below[0]) and not _TELLS.search(paragraph.text)


def _is_named_basis(paragraph: Paragraph) -> bool:
    """“Căn cứ …”, with the dash before it that some put there, or the field of a program that repeats it."""
    text = without_fields(paragraph.text).lstrip("-–+… ")
    return BASIS.match(text) is not None and not _LIST_BELOW.fullmatch(text)


def _italic(paragraph: Paragraph) -> bool:
    return Piece(paragraph, paragraph.runs, "", True, paragraph.raw).italic
