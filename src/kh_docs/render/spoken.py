"""Say in a clerk's words what Jinja says in English about a template."""

from __future__ import annotations

import re

from jinja2 import TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError

from kh_docs.i18n import N_, _

# What Jinja tells begins so; the first group is named in what we say.
_KINDS = [
    (r"(?:invalid literal for int|could not convert string to float)[^:]*: '(.*)'", N_("“{}” không phải số")),
    (r"Range too big", N_("range() dài quá giới hạn")),
    (r"No filter named '(.*?)'", N_("không có bộ lọc “{}”")),
    (r"No test named '(.*?)'", N_("không có phép thử “{}”")),
    (r"Encountered unknown tag '(.*?)'", N_("thẻ “{}” không có, hoặc thừa")),
    (r"(?s)Unexpected end of template.*to be closed is '(.*?)'", N_("thẻ “{}” chưa được đóng")),
    (r"unexpected end of template|Missing end of", N_("thẻ mở mà không đóng")),
    (r"Expected an expression|unexpected 'end of", N_("thẻ thiếu nội dung")),
    (r"expected token '.*', got '(.*)'", N_("thẻ sai ở chỗ “{}”")),
    (r"unexpected (?:char )?['\"](.*?)['\"](?:$| at|,)", N_("thẻ sai ở chỗ “{}”")),
]


def spoken(error: Exception) -> str:
    """What is wrong with the template: our own words as they stand, those of libraries never."""
    told = error.message or "" if isinstance(error, TemplateSyntaxError) else str(error)
    if isinstance(error, UndefinedError):
        name = re.search(r"(?:attribute '|element )([^']*)'?$|^'(.*)' is", told)
        return _("mẫu cần “{}” nhưng dữ liệu không có").format((name and (name[1] or name[2])) or told)
    if isinstance(error, SecurityError):
        found = re.search("'(.*?)'", told)
        return _("mẫu dùng thuộc tính cấm: {}").format(found[1] if found else told)
    for pattern, message in _KINDS:
        if found := re.match(pattern, told):
            return _(message).format(*found.groups())
    if isinstance(error, TemplateSyntaxError):
        return _("thẻ sai ({})").format(" ".join(told.split()))
    if isinstance(error, KeyError):
        return _("không có mã “{}”").format(*error.args or ("",))
    if isinstance(error, SyntaxError):  # of the Python that the template becomes
        return _("lồng quá nhiều tầng, hoặc dùng từ riêng của Python làm tên (class, from, is …)")
    if isinstance(error, RecursionError):
        return _("lồng hoặc gọi lại nhau quá nhiều tầng")
    if isinstance(error, ZeroDivisionError):
        return _("chia cho 0")
    if _is_ours(error):
        return told.split("\n")[0]
    return _("biểu thức không tính được, hoặc gọi sai cách")


def _is_ours(error: Exception) -> bool:
    """Whether our own code raised it, so that it speaks as we do."""
    if isinstance(error, TypeError):  # Python raises it where one of our functions is called wrongly
        return False
    traceback = error.__traceback__
    while traceback is not None and traceback.tb_next is not None:
        traceback = traceback.tb_next
    return traceback is None or str(traceback.tb_frame.f_globals.get("__name__")).startswith("kh_docs")
