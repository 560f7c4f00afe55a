"""The line “Nơi nhận:”."""

from collections.abc import Iterator
from typing import Final

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.looks import differences
from kh_docs.check.registry import Fault, rule
from kh_docs.check.ruler import is_underlined
from kh_docs.check.rules.recipients import FLUSH_TWIPS, odd_marks
from kh_docs.decree30 import PARTS
from kh_docs.i18n import _
from kh_docs.patterns import re

_LABEL = PARTS["noi_nhan_tieu_de"]
# Beside who signs something may follow it.
_SAID: Final = re.compile(r"Nơi nhận ?:")
# As many blanks before it push it off the margin.
_BLANKS: Final = 3
_NEED_LABEL: Final = frozenset(
    {
        "Kế hoạch",
        "Báo cáo",
        "Tờ trình",
        "Thông báo",
        "Quyết định",
        "Nghị quyết",
        "Chỉ thị",
        "Hướng dẫn",
        "Chương trình",
        "Phương án",
        "Đề án",
        "Công văn",
        "Giấy mời",
        "Giấy giới thiệu",
    }
)


@rule("ND30-NN-LABEL", "must", _LABEL.clause)
def recipients_label(anatomy: Anatomy) -> Iterator[Fault]:
    """“Nơi nhận:” on its own line, flush left, size 12, bold italic.

    Bad:  Nơi nhận in size 14, upright
    Good: Nơi nhận: in size 12, bold italic
    """
    label = anatomy.closing.label
    if label is None:
        if anatomy.kind in _NEED_LABEL and not anatomy.is_attachment and anatomy.is_whole:
            yield Fault(
                _("cuối văn bản"),
                _("không có"),
                _("Nơi nhận:"),
                _("Thiếu “Nơi nhận” -> thêm ở bên trái, ngang hàng với quyền hạn, chức vụ của người ký"),
            )
        return
    if wrong := differences(label, _LABEL):
        yield Fault(label.where, *wrong, _("“Nơi nhận:” sai kiểu chữ -> cỡ 12, đậm, nghiêng"))
    elif marks := odd_marks(label, _LABEL):
        yield Fault(
            label.where, *marks, _("Dấu hai chấm của “Nơi nhận:” khác kiểu chữ -> cỡ 12, đậm, nghiêng")
        )
    if is_underlined([label]):
        yield Fault(
            label.where,
            _("gạch chân"),
            _("không gạch chân"),
            _("“Nơi nhận:” in đậm, nghiêng, không gạch chân -> chọn dòng này, bấm Ctrl+U"),
        )
    if (label.alone and label.text != "Nơi nhận:") or not _SAID.match(label.text):
        yield Fault(
            label.where,
            label.text[:30],
            "Nơi nhận:",
            _("“Nơi nhận” đứng riêng một dòng, có dấu hai chấm -> sửa lại"),
        )
    look = label.paragraph.format
    if (label.alone and label.container.kind == "cell" and look.align in ("center", "right")) or (
        (label.alone or label.container.kind == "body")
        and (look.left + look.first_line > FLUSH_TWIPS or label.paragraph.raw[:_BLANKS].isspace())
        and not label.paragraph.frame
    ):
        yield Fault(
            label.where,
            _("không sát lề trái"),
            _("sát lề trái"),
            _("“Nơi nhận:” sát lề trái -> Paragraph, Alignment Left, Indentation 0"),
        )
