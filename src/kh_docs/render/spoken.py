"""Say in a clerk's words what Jinja says in English about a template."""

from __future__ import annotations

import re

from jinja2 import TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError

from kh_docs.i18n import N_, _

# What Jinja tells begins so; the first group is named in what we say.
_KINDS = [
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
    """What is wrong with the template; what Jinja tells rarely, and our own words, as they stand."""
    told = str(error)
    if isinstance(error, UndefinedError):
        name = re.search(r"(?:attribute '|element )([^']*)'?$|^'(.*)' is", told)
        return _("mẫu cần “{}” nhưng dữ liệu không có").format((name and (name[1] or name[2])) or told)
    if isinstance(error, SecurityError):
        found = re.search("'(.*?)'", told)
        return _("mẫu dùng thuộc tính cấm: {}").format(found[1] if found else told)
    for pattern, message in _KINDS:
        if found := re.match(pattern, told):
            return _(message).format(*found.groups())
    return _("thẻ sai ({})").format(told) if isinstance(error, TemplateSyntaxError) else told.split("\n")[0]
