"""Read a file whole: a regular one of a size that somebody can mean, never a pipe or a device."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from kh_docs.i18n import N_, _

# Ten times the largest file of ours.
MAX_BYTES = 64 * 2**20
_PIECE = 2**16
_PLAINLY = getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)
_MEANINGS = {
    errno.ENOENT: N_("không có tệp này"),
    errno.ENOTDIR: N_("không có tệp này"),
    errno.EACCES: N_("không có quyền đọc"),
    errno.EPERM: N_("không có quyền đọc"),
    errno.EISDIR: N_("là thư mục, không phải tệp"),
    errno.ELOOP: N_("là liên kết quẩn, không dẫn tới tệp nào"),
    errno.EIO: N_("ổ đĩa báo lỗi đọc, ghi"),
    errno.ENAMETOOLONG: N_("tên tệp quá dài"),
    errno.ENOSPC: N_("hết chỗ trên đĩa"),
    errno.EDQUOT: N_("hết chỗ trên đĩa"),
    errno.EFBIG: N_("tệp lớn quá mức ổ đĩa hoặc máy cho phép"),
    errno.EROFS: N_("ổ đĩa chỉ cho đọc"),
    errno.EMFILE: N_("máy đang mở quá nhiều tệp, hãy đóng bớt chương trình"),
    errno.ENFILE: N_("máy đang mở quá nhiều tệp, hãy đóng bớt chương trình"),
    errno.ENOMEM: N_("máy không đủ bộ nhớ, hãy đóng bớt chương trình"),
    errno.EEXIST: N_("đã có tệp hoặc thư mục khác mang tên này"),
    errno.EBUSY: N_("chương trình khác đang dùng tệp này"),
    errno.ETXTBSY: N_("chương trình khác đang dùng tệp này"),
    errno.EILSEQ: N_("ổ đĩa không nhận tên tệp này"),
    errno.ENODEV: N_("ổ đĩa không còn nối với máy"),
    errno.ENXIO: N_("ổ đĩa không còn nối với máy"),
    errno.ESTALE: N_("ổ đĩa không còn nối với máy"),
    errno.ENOTCONN: N_("ổ đĩa không còn nối với máy"),
    errno.ETIMEDOUT: N_("ổ đĩa không trả lời"),
    errno.EHOSTDOWN: N_("ổ đĩa không trả lời"),
    errno.EHOSTUNREACH: N_("ổ đĩa không trả lời"),
}


def read_bounded(path: Path | str, limit: int = MAX_BYTES) -> bytes:
    """The bytes of `path`; what keeps them from being read is an OSError that says so to the person."""
    try:
        # A pipe would wait for its writer to open it.
        descriptor = os.open(path, os.O_RDONLY | _PLAINLY)
        try:
            found = os.fstat(descriptor)
            if stat.S_ISDIR(found.st_mode):
                raise IsADirectoryError(errno.EISDIR, "")
            if not stat.S_ISREG(found.st_mode):
                raise OSError(errno.EINVAL, _("không phải tệp thường (là thiết bị hoặc ống dẫn)"))
            content = _content(descriptor, found.st_size, limit) if found.st_size <= limit else b""
        finally:
            os.close(descriptor)
    except OSError as error:
        raise OSError(error.errno, reason_of(error), str(path)) from error
    if found.st_size > limit or len(content) > limit:
        message = _("lớn quá {limit} MB, không thể là tệp của kh-docs").format(limit=limit >> 20)
        raise OSError(errno.EINVAL, message, str(path))
    return content


def _content(descriptor: int, size: int, limit: int) -> bytes:
    """All of a file, or a byte more than the limit; the program reads itself so, hundreds of small files."""
    content = piece = os.read(descriptor, size + 1)
    # Some file systems tell the size only when read, and a file may grow meanwhile.
    while piece and len(content) <= limit:
        piece = os.read(descriptor, min(_PIECE, limit + 1 - len(content)))
        content += piece
    return content


def reason_of(error: OSError) -> str:
    """What a refusal of the system means, without its English where we know."""
    known = _MEANINGS.get(error.errno or 0)
    return _(known) if known else error.strerror or str(error)
