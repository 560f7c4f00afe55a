"""Say in words why a Word file was not read, and what to do."""

from typing import Final

from kh_docs.i18n import N_, _
from kh_docs.word.refused import Foreign, Refused, What, Why

_UNSAFE: Final = N_("tệp không an toàn: {reason} -> không mở tệp này; xin lại bản gốc")
_WORDS: Final[dict[Why, str]] = {
    "empty": N_("không phải .docx: tệp rỗng (0 byte) -> xin lại tệp"),
    "word 97-2003": N_("không phải .docx: là tệp .doc của Word 97-2003 -> mở bằng Word rồi lưu thành .docx"),
    "pdf": N_("không phải .docx: là tệp PDF -> cần tệp Word gốc"),
    "rtf": N_("không phải .docx: là tệp RTF -> mở bằng Word rồi lưu thành .docx"),
    "unknown format": N_("không phải .docx: không nhận ra định dạng tệp -> mở bằng Word rồi lưu thành .docx"),
    "other zip": N_("không phải .docx: là tệp nén khác -> mở bằng Word rồi lưu thành .docx"),
    "other office file": N_("không phải văn bản Word (có thể là Excel, PowerPoint) -> chọn tệp .docx"),
    "password": N_("tệp .docx có mật khẩu -> mở bằng Word, bỏ mật khẩu rồi lưu lại"),
    "damaged": N_("tệp .docx bị hỏng hoặc bị cắt cụt -> xin lại bản gốc, hoặc mở bằng Word rồi lưu lại"),
    "damaged part": N_("tệp .docx bị hỏng ở “{about}” -> mở bằng Word rồi lưu lại"),
    "no main part": N_("tệp .docx thiếu phần nội dung -> mở bằng Word rồi lưu lại"),
    "dtd": N_("tệp không an toàn: “{about}” có khai báo DTD -> không mở tệp này"),
    "too many elements": N_("tệp không an toàn: “{about}” có quá nhiều phần tử -> chia nhỏ văn bản"),
}
_UNSAFE_REASONS: Final[dict[Why, str]] = {
    "too many entries": N_("có quá nhiều mục ({about})"),
    "too big": N_("giải nén ra quá lớn"),
    "entry too big": N_("mục “{about}” giải nén ra quá lớn"),
    "entry points outside": N_("có tên mục trỏ ra ngoài “{about}”"),
    "entry twice": N_("có hai mục cùng tên “{about}”"),
}


def in_words(refused: Refused) -> str:
    """The cause and the way out."""
    if refused.foreign:
        return foreign_in_words(refused.foreign)
    if refused.why in _WORDS:
        return _(_WORDS[refused.why]).format(about=refused.about)
    reason = _(_UNSAFE_REASONS[refused.why]).format(about=refused.about)
    return _(_UNSAFE).format(reason=reason)


_FOREIGN: Final[dict[What, str]] = {
    "part": N_("{part}: thành phần loại “{about}” không được phép (macro, OLE…) -> xóa trong Word"),
    "link": N_("{part}: liên kết loại “{about}” không được phép -> xóa đối tượng đó trong Word"),
    "target": N_("{part}: trỏ ra ngoài tới “{about}” -> chèn hẳn ảnh vào tệp, hoặc xóa liên kết"),
    "used by": N_("{part}: {about} lấy nội dung từ ngoài tệp -> chèn hẳn vào tệp, hoặc xóa"),
    "field": N_("{part}: trường “{about}” không được phép -> xóa trường đó trong Word"),
    "element": N_("{part}: “{about}” không được phép (lấy nội dung từ nơi khác) -> xóa trong Word"),
    "encoding": N_("{part}: bảng mã {about} -> mở bằng Word rồi lưu lại"),
    "missing": N_("{part}: cần “{about}” mà trong tệp không có -> mở bằng Word rồi lưu lại"),
    "hidden": N_("{part}: chương trình hoặc đối tượng dưới tên khác ({about}) -> xóa trong Word"),
}


# By what stands in the name of a kind of part.
_KINDS_OF_PARTS: Final = {
    "macroenabled": N_(
        "{part}: kiểu “{about}” là của .docm, .dotm -> trong Word chọn Save As, kiểu Word Document (*.docx)"
    ),
    "template.main": N_(
        "{part}: kiểu “{about}” là của .dotx -> trong Word chọn Save As, kiểu Word Document (*.docx)"
    ),
    "obfuscatedfont": N_(
        "{part}: phông nhúng trong tệp không được phép -> File, Options, Save, "
        "bỏ “Embed fonts in the file” rồi lưu lại"
    ),
    "image/": N_("{part}: ảnh kiểu “{about}” không được phép -> chèn lại ảnh kiểu PNG hoặc JPEG"),
    "drawingml": N_("{part}: biểu đồ, SmartArt không được phép -> dán lại thành ảnh (Paste Special)"),
    "spreadsheetml": N_("{part}: bảng tính nhúng không được phép -> dán lại thành bảng của Word"),
}


def foreign_in_words(foreign: Foreign) -> str:
    """What is not allowed in a file, and the way out."""
    kinds = _KINDS_OF_PARTS.items() if foreign.what == "part" else ()
    named = next((said for mark, said in kinds if mark in foreign.about.lower()), _FOREIGN[foreign.what])
    return _(named).format(part=foreign.part, about=foreign.about[:80])
