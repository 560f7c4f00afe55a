"""What a disk's refusal means to the person at the keyboard."""

import errno

from kh_docs.bounded import reason_of
from kh_docs.i18n import N_, _

_MEANINGS = {
    errno.ENOSPC: N_("hết chỗ trên đĩa -> dọn bớt tệp rồi chạy lại"),
    errno.EDQUOT: N_("hết chỗ trên đĩa -> dọn bớt tệp rồi chạy lại"),
    errno.EACCES: N_("không có quyền đọc hoặc ghi -> xin quyền hoặc chọn thư mục khác bằng --out"),
    errno.EPERM: N_("không có quyền đọc hoặc ghi -> xin quyền hoặc chọn thư mục khác bằng --out"),
    errno.EFBIG: N_("tệp lớn quá mức ổ đĩa hoặc máy cho phép -> chọn thư mục khác bằng --out"),
    errno.EROFS: N_("ổ đĩa chỉ cho đọc -> chọn thư mục khác bằng --out"),
    errno.ENOENT: N_("thư mục không còn -> cắm lại ổ đĩa hoặc tạo lại thư mục rồi chạy lại"),
    errno.ENOLCK: N_("ổ đĩa này không khóa được tệp -> chọn thư mục trên ổ đĩa của máy bằng --out"),
    errno.EOPNOTSUPP: N_("ổ đĩa này không khóa được tệp -> chọn thư mục trên ổ đĩa của máy bằng --out"),
}


def explain(error: OSError) -> str:
    """Return what happened and what to do about it."""
    if meaning := _MEANINGS.get(error.errno or 0):
        return _(meaning)
    message = _("lỗi đĩa ({error}) -> thử lại, hoặc chọn thư mục khác bằng --out")
    return message.format(error=reason_of(error))
