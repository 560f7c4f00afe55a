"""Rules on capitals (PL II) that the words themselves decide."""

import itertools
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final, NamedTuple

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.findings import Severity
from kh_docs.check.heading_looks import whole_look
from kh_docs.check.lexicon import SPELLINGS
from kh_docs.check.once import once
from kh_docs.check.outline import Item
from kh_docs.check.places import at
from kh_docs.check.registry import Fault, rule
from kh_docs.check.signs import Signs, signs_of_each
from kh_docs.check.sought import Sought
from kh_docs.check.words import LOWER, UPPER
from kh_docs.i18n import _
from kh_docs.patterns import re
from kh_docs.word.document import Paragraph

# Begun with the full stop, it is found five times as fast.
_SENTENCE: Final = re.compile(rf"[.?!] (?<=[{LOWER}]{{3}}..)(?P<word>[{LOWER}]+)(?![^ ]*[@/])")
_SENTENCE_END: Final = (".", "?", "!")
_LONGEST_HEADING: Final = 90
# “1. …”, “a) …” begin a line; behind these they may go on with the sentence above.
_NUMBERED: Final = ("khoan", "diem")
_GOES_ON: Final = (":", ";", ",")


# Words for a type of body that are words of every day too, and hence in no lexicon.
_TYPES_OF_BODIES: Final = re.compile(
    r"(?:trung tâm|bệnh viện|chi cục|học viện|phòng|ban|khoa|viện|trường|sở|cục|hội|tổ|đội|trạm)(?= )"
)
# What these say of names is asked of the recipients too.
_OF_NAMES: Final = frozenset({"ND30-CAP-CITE", "ND30-CAP-ORG", "ND30-CAP-PLACE"})
# “Phường Trung Tâm” is a place, whatever else may be called so.
_NAMED_SO: Final = re.compile(
    r"\b(?i:huyện|thị xã|thành phố|quận|xã|phường|thị trấn|đặc khu|xóm|thôn|bản|khối|ấp|buôn|làng) $"
)
# “Trung tâm dịch vụ tổng hợp cấp xã” are bodies of a kind.
_OF_A_LEVEL: Final = re.compile(rf"[{LOWER}]*(?: [{LOWER}]+){{0,5}} cấp (?:xã|huyện|tỉnh|cơ sở)\b")


class Misspelling(NamedTuple):
    """A wrong spelling in a text, and the right one."""

    rule: str
    wrong: str
    right: str
    severity: Severity | None


def _texts(anatomy: Anatomy) -> list[Paragraph]:
    """What is written as sentences: abstract, body, annexes; their tables too, no headings in capitals."""
    pieces = (*anatomy.title.abstract, *anatomy.header.subject, *anatomy.title.addressee_items)
    addressees = (*anatomy.title.addressee_beside, *filter(None, (anatomy.title.addressee,)))
    title = [piece.paragraph for piece in (*pieces, *addressees)]
    notes = [*anatomy.list_notes, *(annex.attached.paragraph for annex in anatomy.annexes if annex.attached)]
    texts = (*title, *anatomy.body_texts, *notes, *anatomy.annex_texts)
    return [p for p in anatomy.unjudged([*texts]) if p.text and not p.text.isupper()]


def own_name(anatomy: Anatomy) -> str:
    """The issuing body in small letters, where it bears the word for its type; else nothing."""
    name = " ".join(piece.text for piece in anatomy.header.issuer).lower()
    return name if _TYPES_OF_BODIES.match(name) else ""


def own_name_faults(anatomy: Anatomy) -> Iterator[Fault]:
    """The issuing body named in the text with the word for its type in small letters."""
    name = own_name(anatomy)
    if not name or (found_type := _TYPES_OF_BODIES.match(name)) is None:
        return
    word, rest = found_type[0], name[found_type.end() + 1 :]
    # In capitals at their beginnings its fields are its name; “phòng chính trị” may be anybody's.
    own = re.compile(
        rf"(?<=[{LOWER},;] )(?<!các )(?<!iên )(?<!rưởng )(?<!hó ){word} (?=[{UPPER}])(?i:{re.escape(rest)})\b"
    )
    for paragraph in anatomy.unjudged(anatomy.body_texts):
        if word in paragraph.text and (found := own.search(paragraph.text)) is not None:
            right = word.capitalize() + found[0][len(word) :]
            yield Fault(at(paragraph), found[0], right, _("Viết hoa, viết thường chưa đúng -> sửa như bên"))


def spelling_faults(anatomy: Anatomy, rule_id: str) -> Iterator[Fault]:
    recipients = [piece.paragraph for piece in anatomy.closing.items] if rule_id in _OF_NAMES else []
    texts = _misspelt_texts(anatomy)
    goes_on = _lines_that_go_on(anatomy) if texts else {}
    for paragraph in (*texts, *anatomy.unjudged(recipients)):
        for found in _misspelt(paragraph.text + goes_on.get(id(paragraph), "")):
            if found.rule == rule_id:
                mend = _("Viết hoa, viết thường chưa đúng -> sửa như bên")
                yield Fault(at(paragraph), found.wrong, found.right, mend, found.severity)


def _lines_that_go_on(anatomy: Anatomy) -> dict[int, str]:
    """The first word of the line below each line of an abstract: “… Phường” / “Võ Thị Sáu”."""
    return {
        id(above.paragraph): " " + below.text.split(" ", 1)[0]
        for lines in (anatomy.title.abstract, anatomy.header.subject)
        for above, below in itertools.pairwise(lines)
        if below.text
    }


# Nine rules ask for those of the document in hand, one after another.
@once
def _misspelt_texts(anatomy: Anatomy) -> list[Paragraph]:
    """Those that any of the rules finds fault with."""
    return [paragraph for paragraph in _texts(anatomy) if _misspelt(paragraph.text)]


# The cells of one office's documents mostly say the same.
@lru_cache(8192)
def _misspelt(text: str) -> tuple[Misspelling, ...]:
    places = _sought().places(text)
    return tuple([each for number in sorted(places) for each in _misspellings(text, number, places[number])])


@cache
def _signs() -> list[Signs]:
    """Of each spelling: to look for them takes a tenth of the time, and most stand in no text."""
    return signs_of_each([spelling.pattern for spelling in SPELLINGS])


@cache
def _sought() -> Sought:
    return Sought([signs.letters for signs in _signs()])


def _misspellings(text: str, number: int, places: list[int]) -> Iterator[Misspelling]:
    """Where a text is misspelt as a spelling says whose signs stand in these `places`."""
    spelling = SPELLINGS[number]
    found = (
        _found_at(spelling.wrong, text, places) if _signs()[number].begins else spelling.wrong.finditer(text)
    )
    for match in found:
        if spelling.rule == "ND30-CAP-ORG" and (
            _NAMED_SO.search(text, max(0, match.start() - 14), match.start())
            or _OF_A_LEVEL.match(text, match.end())
        ):
            continue
        end = text.find(" ", match.end() + 1)
        wrong = text[match.start() : end if 0 < end < match.end() + 20 else match.end()]
        yield Misspelling(spelling.rule, wrong.strip(), match.expand(spelling.right), spelling.severity)


def _found_at(pattern: re.Pattern[str], text: str, places: list[int]) -> Iterator[re.Match[str]]:
    """What `pattern` finds one after another, where it can begin in these `places` only."""
    end = 0
    for place in places:
        if place >= end and (found := pattern.match(text, place)):
            end = found.end()
            yield found


@lru_cache(4096)
def _small_beginnings(text: str) -> tuple[str, ...]:
    """The words that begin a sentence and are small."""
    return tuple(match["word"] for match in _SENTENCE.finditer(text))


@rule("ND30-CAP-SENT", "must", "PL II, I")
def sentence(anatomy: Anatomy) -> Iterator[Fault]:
    """A sentence starts with a capital: after . ? ! and on a new line.

    Bad:  … theo quy định. các đơn vị …
    Good: … theo quy định. Các đơn vị …
    """
    mend = _("Đầu câu viết hoa -> sửa chữ đầu câu")
    for paragraph in anatomy.unjudged_body:
        for word in _small_beginnings(paragraph.text):
            yield Fault(at(paragraph), word, word.capitalize(), mend)
    pairs = [two for two in itertools.pairwise(anatomy.items) if id(two[1].paragraph) not in anatomy.judged]
    for above, item in pairs:
        word = item.rest.split(" ", 1)[0]
        if not (word[:1].islower() and word.isalpha()):
            continue
        text = item.level == "text" and (above.rest.endswith(_SENTENCE_END) or _is_heading(above))
        if text or item.level == "dieu" or (item.level in _NUMBERED and above.rest[-1:] not in _GOES_ON):
            yield Fault(at(item.paragraph), word, word.capitalize(), mend)
    for item in _small_dashes(pairs):
        word = item.rest.split(" ", 1)[0]
        yield Fault(at(item.paragraph), word, word.capitalize(), mend)


def _small_dashes(pairs: list[tuple[Item, Item]]) -> Iterator[Item]:
    """Dashed entries in small letters, each a line of its own among others that begin with a capital."""
    for above, item in pairs:
        if item.level != "dash" or not item.rest[:1].islower() or not item.rest.endswith("."):
            continue
        # “… gồm:”, and what follows it, goes on with the sentence above.
        if above.level == "dash" and above.rest[:1].isupper() and not above.rest.endswith((":", ",")):
            yield item


def _is_heading(item: Item) -> bool:
    """Whether it is a numbered heading in bold, after which the text begins."""
    numbered = item.level in ("roman", "khoan", "diem", "decimal", "letter")
    return numbered and item.rest[-1:].isalnum() and len(item.rest) < _LONGEST_HEADING and whole_look(item)[0]


@rule("ND30-HYPHEN", "info", "PL II")
def hyphen(anatomy: Anatomy) -> Iterator[Fault]:
    """Coordinated nouns take a spaced hyphen, as the decree writes them.

    Bad:  kinh tế-xã hội; kinh tế – xã hội
    Good: kinh tế - xã hội
    """
    return spelling_faults(anatomy, "ND30-HYPHEN")
