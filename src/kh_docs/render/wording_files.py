"""Read wording from its folders by the one way for text files, and judge what its source says."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from jinja2 import BaseLoader, TemplateNotFound
from jinja2 import Environment as JinjaEnvironment

from kh_docs.errors import Problem, TemplateError
from kh_docs.i18n import _
from kh_docs.patterns import re
from kh_docs.text_files import read_text_file, tidied

# What is no tag and yet has braces: a tag with a slip in it would be printed as it stands.
_LOOSE = re.compile("[{}｛｝]")
# What a page of the web or Markdown is written in: nothing of it is read here.
_OF_THE_WEB = re.compile(
    r"\*\*\S.*?\*\*|</?(?:b|i|u|p|br|a|em|strong|span|div)\b[^<>]*>|&(?:nbsp|amp|[lg]t|quot|#\d+);"
)


class WordingFiles(BaseLoader):
    """The first of some folders that has a file gives it; `warnings` collects what was mended in reading."""

    def __init__(self, *folders: Path) -> None:
        self.folders = folders
        self.warnings: list[Problem] = []

    def path(self, name: str) -> Path:
        """The file meant by `name`, also where it is a pipe; in the first folder where none has it."""
        found = (folder / name for folder in self.folders if os.path.lexists(folder / name))
        return next(found, self.folders[0] / name)

    def source(self, name: str) -> str:
        """The text of the file `name`; raises TemplateError for one that cannot be read."""
        path = self.path(name)
        file = tidied(read_text_file(path, str(path)), str(path))
        if file.problems:
            raise TemplateError(file.problems)
        self.warnings += [warning for warning in file.warnings if warning not in self.warnings]
        return file.text

    def get_source(
        self, environment: JinjaEnvironment, template: str
    ) -> tuple[str, str | None, Callable[[], bool] | None]:
        """As Jinja asks for it; the names of files are ours, so none leads out of the folders."""
        if "/" in template or "\\" in template:
            raise ValueError(_("chỉ lấy được tệp .j2 cùng thư mục, không phải “{}”").format(template))
        if not os.path.lexists(self.path(template)):
            raise TemplateNotFound(template)
        return self.source(template), str(self.path(template)), None


class NoText(ValueError):
    """A sign that would be printed as it stands; `lineno` and `filename` as Jinja's own errors have them."""

    def __init__(self, message: str, lineno: int, filename: str | None) -> None:
        super().__init__(message)
        self.lineno, self.filename = lineno, filename


def refuse_what_is_no_text(environment: JinjaEnvironment, source: str, filename: str | None) -> None:
    """Raise NoText for the first brace of `source` that belongs to no tag, or sign of a page of the web.

    The source is looked at, not what is printed: in the data “<b>” may be meant.
    """
    for line, kind, text in environment.lexer.tokeniter(source, None):
        if kind != "data":
            continue
        if found := _LOOSE.search(text):
            words = " ".join(text[max(0, found.start() - 20) : found.start() + 20].split())
            message = _("dấu ngoặc nhọn lẻ ở “{}”, thẻ phải viết liền hai dấu").format(words)
        elif found := _OF_THE_WEB.search(text):
            message = _("“{}” là ký hiệu của trang web hoặc Markdown, sẽ in ra nguyên như vậy").format(
                found[0]
            )
        else:
            continue
        raise NoText(message, line + text[: found.start()].count("\n"), filename)
