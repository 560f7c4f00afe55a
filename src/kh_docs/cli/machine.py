"""What this machine has: fonts, LibreOffice."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import NamedTuple

from kh_docs.i18n import _

SECONDS_FOR_A_TOOL = 30

# Liberation Serif has the same widths, so lines and pages break at the same places.
FONTS = ("Times New Roman", "Liberation Serif")


class Check(NamedTuple):
    """One thing looked at; `works` is None when it could not be looked at, which is never a pass."""

    name: str
    works: bool | None
    detail: str
    needed: bool = True
    # One kind of document was made, or not.
    document: bool = False


def fonts() -> Check:
    import subprocess

    name = _("phông chữ")
    if os.name == "nt":
        works = Path(os.environ.get("WINDIR", r"C:\Windows"), "Fonts", "times.ttf").is_file()
        return Check(name, works, FONTS[0] if works else _("máy thiếu Times New Roman"), needed=False)
    lister = shutil.which("fc-list")
    if lister is None:
        return Check(
            name, None, _("máy không có fc-list để hỏi; văn bản vẫn ghi Times New Roman"), needed=False
        )
    try:
        listed = subprocess.run(
            [lister, ":", "family"], capture_output=True, timeout=SECONDS_FOR_A_TOOL, check=True
        ).stdout.decode(errors="replace")
    except (OSError, subprocess.SubprocessError) as error:
        return Check(name, None, f"fc-list: {error}", needed=False)
    found = [font for font in FONTS if font in listed]
    if not found:
        detail = _(
            "máy không có Times New Roman hay Liberation Serif; bản PDF sẽ xuống dòng, sang trang khác đi"
        )
        return Check(name, False, detail, needed=False)
    return Check(name, True, found[0], needed=False)


def libreoffice() -> Check:
    from kh_docs.cli import soffice

    name = _("LibreOffice (cho --pdf)")
    program = soffice.find()
    if program is None:
        return Check(
            name,
            False,
            _("máy không có LibreOffice -> cài đặt nếu cần --pdf; văn bản Word không cần"),
            needed=False,
        )
    return Check(name, True, str(program), needed=False)
