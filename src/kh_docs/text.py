"""Text as it comes from people: made clean or refused, turned into names, compared with what was meant."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from kh_docs.errors import KhDocsError
from kh_docs.i18n import N_, _
from kh_docs.unseen import HALVES, IGNORABLE, TURNING

MAX_CHARACTERS = 100_000
MAX_LINES = 1_000
MAX_NAME_BYTES = 200

# Never seen and never meant, so clean() drops them and callers tell of it.
INVISIBLE = re.compile(f"[{IGNORABLE}]")
# Eth and African D look like Đ on the screen; searches and comparisons take them for other letters.
_LOOKALIKES = {"Ð": "Đ", "Ɖ": "Đ"}
_SLIP = re.compile(f"{INVISIBLE.pattern}|[{''.join(_LOOKALIKES)}]")
_MENDED = str.maketrans(_LOOKALIKES)

# How plain text shows letters that are crossed out, and what is no text (a picture, a formula).
STROKE = "\u0336"
THING = "\ufffc"

# What docxtpl would turn into its own tags, even inside a value.
_RESERVED = re.compile(r"\{_\{|\}_\}|\{_%|%_\}")

_CONTROL = N_("ký tự không hợp lệ {code} ở vị trí {position}")
_REFUSED_CHARACTERS = [
    ("\x0b\u2028\u2029", _CONTROL, N_("xóa ngắt dòng mềm, xuống dòng bằng phím Enter")),
    ("\x00-\x08\x0c\x0e-\x1f\x7f", _CONTROL, N_("xóa ký tự này rồi gõ lại chỗ đó")),
    ("\x80-\x9f", _CONTROL, N_("có thể là phông TCVN3, hãy chuyển sang Unicode")),
    (TURNING, N_("ký tự đảo chiều chữ {code} ở vị trí {position}"), N_("xóa ký tự này rồi gõ lại chỗ đó")),
    (HALVES, _CONTROL, N_("ký tự bị cắt đôi khi sao chép, hãy gõ lại chỗ đó")),
    ("\ufff9-\ufffd", _CONTROL, N_("chữ đã hỏng từ nơi sao chép, hãy gõ lại chỗ đó")),
    ("\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd",
     _CONTROL, N_("có thể là phông ký hiệu (Symbol, Wingdings), hãy gõ bằng chữ Unicode")),
    ("\ufdd0-\ufdef" + "".join(chr((plane << 16) + last) for plane in range(17) for last in (0xFFFE, 0xFFFF)),
     _CONTROL, N_("xóa ký tự này rồi gõ lại chỗ đó")),
]  # fmt: skip

# Of such a set, what lies beyond the first 65,536 letters.
_BEYOND = re.compile("[\U00010000-\U0010ffff](-[\U00010000-\U0010ffff])?")


# Compiled when first asked for: that takes a thousandth of a second, and few runs meet new text.
@cache
def _refused() -> re.Pattern[str]:
    """A character that is refused; the group it is found by says why."""
    return re.compile("|".join(f"([{characters}])" for characters, _message, _fix in _REFUSED_CHARACTERS))


@cache
def _unusual() -> re.Pattern[str]:
    """Where nothing is found, nothing is to be refused, dropped or changed: so it is with nearly all text.

    All beyond the first 65,536 letters is one range here: with a range for each that is refused among them, a
    look at every letter takes ten times as long.
    """
    characters = IGNORABLE + "".join(_LOOKALIKES)
    characters += "".join(each for each, _message, _fix in _REFUSED_CHARACTERS)
    return re.compile(f"[{_BEYOND.sub('', characters)}\U00010000-\U0010ffff]")


class TextRefused(KhDocsError, ValueError):
    """This text cannot be used; `message` says why, `fix` what to do."""

    def __init__(self, where: str, message: str, fix: str) -> None:
        super().__init__(where, message, fix)
        self.where, self.message, self.fix = where, message, fix

    def __str__(self) -> str:
        text = f"{self.where}: {self.message}" if self.where else self.message
        return f"{text} -> {self.fix}"


def clean(value: str, where: str = "") -> str:
    """Return the text in NFC, with plain line ends and no outer blanks; refuse what cannot print exactly."""
    _refuse_long(value, where)
    text = printable(value.replace("\r\n", "\n").replace("\r", "\n"), where).strip()
    _refuse_long(text, where)  # again, because a few characters grow under NFC
    if found := _RESERVED.search(text):
        message = _("chuỗi dành riêng “{text}” ở vị trí {position}")
        fix = _("viết cách khác, chuỗi này bộ tạo văn bản hiểu là lệnh")
        raise TextRefused(where, message.format(text=found[0], position=found.start() + 1), fix)
    return text


def printable(value: str, where: str = "") -> str:
    """Return the text in NFC without invisible characters; refuse what would print as something else."""
    if _unusual().search(value):
        if found := _refused().search(value):
            message, fix = refusal(found, found.start() + 1)
            raise TextRefused(where, message, fix)
        value = INVISIBLE.sub("", value)
    return unicodedata.normalize("NFC", value)


def mended(text: str) -> str:
    """Return the text with letters that only look like Đ changed to it; slip() tells of them."""
    return text.translate(_MENDED)


def refusal(found: re.Match[str], position: int) -> tuple[str, str]:
    """What is wrong with a character that `_refused` found, and how to mend it."""
    _characters, message, fix = _REFUSED_CHARACTERS[(found.lastindex or 1) - 1]
    return _(message).format(code=f"U+{ord(found[0]):04X}", position=position), _(fix)


class Slip(NamedTuple):
    """Something that printable() or mended() changes without asking; `start`: where in the text it stands."""

    start: int
    message: str
    fix: str


def slip(text: str) -> Slip | None:
    """The first character of the text that is dropped or changed, told of by its code."""
    found = _SLIP.search(text) if _unusual().search(text) else None
    if found is None:
        return None
    code, position = f"U+{ord(found[0]):04X}", found.start() + 1
    if found[0] in _LOOKALIKES:
        message = _("chữ {code} ở vị trí {position} trông giống Đ, đã đổi thành Đ")
        fix = _("gõ lại chữ Đ ở chỗ đó để lần sau không còn lời nhắc này")
    else:
        message = _("ký tự vô hình {code} ở vị trí {position} đã được bỏ")
        fix = _("xóa ký tự đó để lần sau không còn lời nhắc này")
    return Slip(found.start(), message.format(code=code, position=position), fix)


def _refuse_long(text: str, where: str) -> None:
    if len(text) > MAX_CHARACTERS:
        message = _("dài {count} ký tự, quá {limit}").format(count=len(text), limit=MAX_CHARACTERS)
        raise TextRefused(where, message, _("rút ngắn, hoặc đưa thành phụ lục riêng"))
    lines = text.count("\n") + 1
    if lines > MAX_LINES:
        message = _("dài {count} dòng, quá {limit}").format(count=lines, limit=MAX_LINES)
        raise TextRefused(where, message, _("rút ngắn, hoặc đưa thành phụ lục riêng"))


# Eth and African D look like Đ and come out of old keyboards in its place.
_D = str.maketrans("đĐðÐɖƉ", "dDdDdD")


def slug(text: str) -> str:
    """Return the text as small plain letters and digits joined by hyphens: "Nam Đàn" -> "nam-dan"."""
    # Marks go one by one, so both "Hoà" and "Hòa", composed or not, end as "hoa".
    plain = unicodedata.normalize("NFKD", text.translate(_D)).encode("ascii", "ignore").decode("ascii")
    return "-".join(re.findall("[a-z0-9]+", plain.lower()))


# Where i and y are the same sound; after other vowels (Mai, May) they are not.
_LONE_Y = re.compile("(?<=[bcdghklmnprstvx])y|(?<=qu)y")


def spelt_alike(slugged: str) -> str:
    """The same for both spellings of a sound: “Kì Sơn” and “Kỳ Sơn”, “Quì Hợp” and “Quỳ Hợp”."""
    return _LONE_Y.sub("i", slugged)


def nearest(name: str, candidates: Iterable[str], n: int = 3, least: float = 0.6) -> list[str]:
    """Return up to n candidates that the name may have meant, the likeliest first.

    One that differs only in its marks or letter case is what was meant, and no other is named beside it.
    """
    asked = slug(name)
    slugged = [(slug(candidate), candidate) for candidate in candidates]
    if same := [candidate for key, candidate in slugged if key == asked]:
        return same[:n]
    scored = [(_likeness(asked, key), candidate) for key, candidate in slugged]
    return [candidate for score, candidate in sorted(scored, key=lambda pair: -pair[0]) if score >= least][:n]


def _likeness(key: str, name: str) -> float:
    """From 0 to 1; a name cut short is nearly that name: “Quỳ” is near “Quỳ Châu”, and “h” near nothing."""
    if len(key) >= 3 and name.startswith(key):
        return 0.9
    from difflib import SequenceMatcher

    return SequenceMatcher(None, key, name).ratio()


_WINDOWS_DEVICE = re.compile(r"(?i)(CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(COM|LPT)[0-9¹²³])[ .]*(\..*)?")


def safe_name(name: str, where: str = "") -> str:
    """Return the name in NFC if it can name a file or folder on Windows and Linux alike, else refuse it."""
    name = unicodedata.normalize("NFC", name)
    if (
        re.search(r'[<>:"/\\|?*\x00-\x1f\x7f]', name)
        or _refused().search(name)
        or INVISIBLE.search(name)
        or name != name.strip()
        or not name
        or name.endswith(".")
        or name.startswith((".", "~$"))
        or _WINDOWS_DEVICE.fullmatch(name)
    ):
        shown = name if name.isprintable() else ascii(name)[1:-1]
        message = _("tên “{name}” không dùng được làm tên tệp").format(name=shown)
        fix = _("đặt tên bằng chữ, số, dấu gạch nối; không dùng / \\ : và tên riêng của Windows như CON, NUL")
        raise TextRefused(where, message, fix)
    if (size := len(name.encode())) > MAX_NAME_BYTES:
        message = _("tên tệp dài {count} byte, quá {limit}").format(count=size, limit=MAX_NAME_BYTES)
        raise TextRefused(where, message, _("đặt tên ngắn hơn"))
    return name


_ORDINALS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")


def ordinal(number: int) -> str:
    """1 -> “thứ nhất”, up to ten; beyond it the figure."""
    return f"thứ {_ORDINALS[number - 1] if number <= len(_ORDINALS) else number}"


def ordinal_number(word: str) -> int | None:
    """“nhất” -> 1, in any case; `None` for what is no ordinal."""
    plain = word.lower()
    return _ORDINALS.index(plain) + 1 if plain in _ORDINALS else None
