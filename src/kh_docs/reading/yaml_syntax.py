"""Say in a clerk's words what is wrong with the syntax of a YAML file, and where; libyaml speaks English."""

from __future__ import annotations

from typing import NamedTuple

import yaml

from kh_docs.i18n import N_, _
from kh_docs.patterns import re

_QUOTE = N_('đặt cả giá trị trong dấu nháy kép, ví dụ ten: "Số 12: về"')
_ALIGN = N_("thụt các trường cùng cấp bằng số dấu cách như nhau")


class _Kind(NamedTuple):
    """One kind of fault: how libyaml or PyYAML tells of it, and how we do."""

    told: str
    message: str
    fix: str
    # What was opened and never closed is noticed much later; there is nothing to mend there.
    at_its_beginning: bool = False


# The first that fits; what is told is "context: problem: the text before the place|the character there".
_KINDS = [
    _Kind(
        r"\|\t$|tab character",
        N_("thụt dòng bằng phím Tab"),
        N_("thụt dòng bằng dấu cách, không dùng phím Tab"),
    ),
    _Kind(
        "quoted scalar: found unexpected (end|document)",
        N_("dấu nháy mở ở đây mà không đóng"),
        N_('thêm dấu nháy đóng ở cuối giá trị; dấu " bên trong viết là \\"'),
        at_its_beginning=True,
    ),
    _Kind(
        "quoted scalar",
        N_("sau dấu \\ không phải một mã ký tự"),
        N_("viết \\\\ thay cho \\, hoặc dùng dấu nháy đơn"),
    ),
    _Kind(r"mapping values.*: .*: .*\|:$", N_("dấu hai chấm thứ hai trong một dòng"), _QUOTE),
    _Kind(
        "mapping values",
        N_("dòng này không nối được với dòng trên"),
        N_("thụt các trường cùng cấp bằng nhau; ở dòng trên, viết một dấu cách sau dấu hai chấm"),
    ),
    _Kind(
        "flow (sequence|mapping)",
        N_("dấu ngoặc mở ở đây mà không đóng đúng chỗ"),
        N_("thêm dấu ngoặc đóng, viết dấu phẩy giữa các mục; ngoặc thuộc giá trị thì đặt trong dấu nháy kép"),
        at_its_beginning=True,
    ),
    _Kind(
        "simple key",
        N_("thiếu dấu hai chấm sau tên trường"),
        N_("viết tên trường, dấu hai chấm, một dấu cách, rồi giá trị"),
        at_its_beginning=True,
    ),
    _Kind("cannot start|node content", N_("giá trị không được bắt đầu bằng dấu này"), _QUOTE),
    _Kind("sequence entries", N_("dấu gạch đầu dòng không đứng được ở đây"), _QUOTE),
    _Kind("block collection", N_("danh sách bị ngắt: dòng này không bắt đầu bằng dấu gạch"), _ALIGN),
    _Kind(r"parsing a block mapping: [^:]*: \s*\|", N_("thụt dòng không khớp các dòng trên"), _ALIGN),
    _Kind(
        "parsing a block mapping",
        N_("còn chữ sau khi giá trị đã kết thúc"),
        N_('đặt cả giá trị trong một cặp dấu nháy kép; dấu " bên trong viết là \\"'),
    ),
    _Kind("alias|anchor", N_("không dùng neo (& và *)"), _QUOTE),
    _Kind("tag", N_("không dùng thẻ kiểu (dấu !)"), _QUOTE),
    _Kind(
        "block scalar",
        N_("sau dấu | hoặc > phải xuống dòng"),
        N_("viết nội dung từ dòng sau, thụt vào bằng dấu cách"),
    ),
    _Kind("document|directive", N_("dòng này không thuộc trường nào"), _ALIGN),
    # Also what another version of either library may tell.
    _Kind(
        "",
        N_("không hiểu được chỗ này"),
        N_("kiểm tra dấu hai chấm, dấu nháy và thụt dòng ở dòng này và dòng trên"),
    ),
]
_FIELD = re.compile(r"[\s-]*([^\s:#'\"{}\[\]-][^:#'\"{}\[\]]*):(?:\s|$)")


class Fault(NamedTuple):
    """The line, the field that stands there if one does, what is wrong and how to mend it."""

    line: int | None
    field: str
    message: str
    fix: str


def explain(error: yaml.MarkedYAMLError, lines: list[str]) -> Fault:
    """What `error` means in a file of these lines."""
    told = f"{error.context}: {error.problem}: {_at(error.problem_mark, lines)}"
    kind = next(kind for kind in _KINDS if re.search(kind.told, told))
    mark = error.context_mark if kind.at_its_beginning and error.context_mark else error.problem_mark
    if mark is None:  # libyaml marks every fault of syntax
        return Fault(None, "", _("sai cú pháp YAML: {}").format(_(kind.message)), _(kind.fix))
    field = _FIELD.match(lines[mark.line]) if mark.line < len(lines) else None
    message = _("sai cú pháp YAML ở cột {}: {}").format(mark.column + 1, _(kind.message))
    return Fault(mark.line + 1, field[1] if field else "", message, _(kind.fix))


def _at(mark: yaml.Mark | None, lines: list[str]) -> str:
    if mark is None or mark.line >= len(lines):
        return "|"
    line = lines[mark.line]
    return f"{line[: mark.column]}|{line[mark.column : mark.column + 1]}"
