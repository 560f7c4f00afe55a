"""Show a folder in the program with which people look at folders, where there is a desktop."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from kh_docs.i18n import _


def show(folder: Path) -> str:
    """Open `folder`; what to tell the person where that cannot be."""
    screens = map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY"))
    has_desktop = sys.platform in ("win32", "darwin") or any(screens)
    if has_desktop and click.launch(str(folder)) == 0:
        return ""
    return _("Không mở được cửa sổ thư mục; văn bản ở {folder}").format(folder=folder)
