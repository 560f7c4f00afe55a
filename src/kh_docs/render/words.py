"""Take a Jinja text template or a sentence from the data, give finished text."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader, Template
from jinja2 import TemplateError as JinjaError

from kh_docs.errors import Problem, TemplateError
from kh_docs.i18n import _
from kh_docs.render.environment import Environment
from kh_docs.render.memory import Memory
from kh_docs.render.spoken import spoken

# What a wrong name or a wrong argument in a template raises.
FAULTS = (
    JinjaError, ValueError, TypeError, LookupError, AttributeError, ArithmeticError, RecursionError,
)  # fmt: skip


class Words:
    """The wording of one plan: files of its folders, the first that has one, and sentences in the data."""

    def __init__(self, *folders: Path) -> None:
        self.folders = folders
        self.memory = Memory(str(folders[0].resolve()))
        self.environment = Environment(
            autoescape=False, loader=FileSystemLoader(folders), bytecode_cache=self.memory
        )
        self.sentences: dict[str, Template] = {}

    def file(self, name: str, context: Mapping[str, Any]) -> str:
        """The file `name` of the folder, rendered; raises TemplateError naming file and line."""
        try:
            return self.environment.get_template(name).render(context)
        except FAULTS as error:
            # The innermost frame of a template is the line an official has to mend.
            raise TemplateError([fault_of(error, str(self.path(name)))]) from error
        finally:
            self.environment.printed.clear()

    def sentence(self, text: str, context: Mapping[str, Any], where: str) -> str:
        """`text` with its variables filled in; `where` names it in an error."""
        if "{" not in text:
            return text
        try:
            template = self.sentences.get(text)
            if template is None:
                template = self.sentences[text] = self._compiled(text)
            return " ".join(template.render(context).split())
        except FAULTS as error:
            raise TemplateError([fault_of(error, where)]) from error
        finally:
            self.environment.printed.clear()

    def fault_at(self, name: str, rendered: str, message: str) -> TemplateError:
        """`message` about a line that came out of the file `name` or of one it includes."""
        for path in (self.path(name), *sorted(self.path(name).parent.glob("_*.j2"))):
            for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
                # Up to the first variable the source reads as the result does.
                if line.split("{", 1)[0].strip() and rendered.startswith(line.split("{", 1)[0].strip()):
                    return TemplateError([Problem(str(path), number, "", message, _("sửa đầu dòng đó"))])
        return TemplateError([Problem(str(self.path(name)), None, "", message, _("sửa đầu dòng đó"))])

    def lacks(self, name: str, part: str) -> TemplateError:
        """The file `name` has no part `part`; its end is where one can be added."""
        path = self.path(name)
        end = len(path.read_text(encoding="utf-8").splitlines())
        message, fix = _("thiếu phần “{}”"), _("thêm dòng “=== {}”, nội dung của phần ở các dòng sau")
        return TemplateError([Problem(str(path), end, "", message.format(part), fix.format(part))])

    def path(self, name: str) -> Path:
        """The file meant by `name`, in the plan's own folder where none has it."""
        found = (folder / name for folder in self.folders if (folder / name).is_file())
        return next(found, self.folders[0] / name)

    def _compiled(self, text: str) -> Template:
        code = self.memory.codes.get(text)
        if code is None:
            code = self.environment.compile(text)
            self.memory.add(text, code)
        # Jinja's own way to give globals, a ChainMap, takes longer to read than a sentence to render.
        return Template.from_code(self.environment, code, dict(self.environment.globals))


def fault_of(error: Exception, file: str) -> Problem:
    """`error` as a message for whoever edits the template."""
    line: int | None = getattr(error, "lineno", None)
    traceback = error.__traceback__
    while traceback is not None:
        name = traceback.tb_frame.f_code.co_filename
        if name.endswith((".j2", "<template>")):
            line = traceback.tb_lineno
            file = name if name.endswith(".j2") else file
        traceback = traceback.tb_next
    return Problem(
        file,
        line,
        "",
        _("lời văn không dựng được: {}").format(spoken(error)),
        _("sửa tên biến hoặc cú pháp {{ }} ở dòng đó"),
    )
