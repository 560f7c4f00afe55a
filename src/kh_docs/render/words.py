"""Take a Jinja text template or a sentence from the data, give finished text."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import FunctionType, MethodType
from typing import Any

from jinja2 import Template, TemplateNotFound, nodes
from jinja2.runtime import Context

from kh_docs.blanks import CLOSE, OPEN
from kh_docs.errors import KhDocsError, Problem, TemplateError
from kh_docs.i18n import _
from kh_docs.limits import TooLong, guarded
from kh_docs.patterns import re
from kh_docs.render.environment import Environment
from kh_docs.render.memory import Memory
from kh_docs.render.spoken import spoken
from kh_docs.render.wording_files import WordingFiles, refuse_what_is_no_text
from kh_docs.text import TextRefused, printable

# The places of blanks: marks of our own, which nobody can type.
_MARKS = re.compile(f"([{OPEN}{CLOSE}])")
# What the code of a sentence names that changes its context.
_SETTING = frozenset({"vars", "eval_ctx"})


class Vocabulary(dict[str, Any]):
    """All names that wording may use; texts are rendered with it as it is."""

    # Of sentences that set no names of their own.
    shared: Context | None = None

    def clear(self) -> None:
        """Let go of all that is held, which holds this in turn."""
        super().clear()
        self.shared = None


class _Environment(Environment):
    """Takes a brace that stands alone, or a sign of a web page, for a slip: it would be printed."""

    remembers = False

    def call(__self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:
        """As the sandbox does it, but straight for functions on which nobody has put a mark for it."""
        function = __obj.__func__ if __obj.__class__ is MethodType else __obj
        if kwargs or function.__class__ is not FunctionType or function.__dict__:
            return super().call(__context, __obj, *args, **kwargs)
        try:
            return __obj(*args)
        except StopIteration:
            # What Jinja makes of it.
            return __self.undefined("value was undefined because a callable raised a StopIteration exception")

    def getattr(self, obj: Any, attribute: str) -> Any:
        """As the sandbox does it, but straight for `roles.police` and the words that a named tuple gives."""
        if isinstance(obj, dict):
            if attribute in obj and not hasattr(dict, attribute):
                return obj[attribute]
        elif attribute[:1] != "_" and type(obj).__base__ is tuple:
            value = getattr(obj, attribute, None)
            if value.__class__ is str:
                return value
        return super().getattr(obj, attribute)

    def record(self, value: Any) -> Any:
        """The value as it is printed; what layouts remember of it nobody asks of wording."""
        if value.__class__ is not str:
            self.text(value)
        return value

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        refuse_what_is_no_text(self, source, filename)
        return super()._parse(source, name, filename)


class Words:
    """The wording of one plan: files of its folders, the first that has one, and sentences in the data."""

    def __init__(self, *folders: Path) -> None:
        self.files = WordingFiles(*folders)
        self.memory = Memory(str(folders[0].resolve()))
        self.environment = _Environment(autoescape=False, loader=self.files, bytecode_cache=self.memory)
        self.sentences: dict[str, Template] = {}
        # Those that set names of their own, or change how they are printed.
        self.setting: set[Template] = set()

    def vocabulary(self, names: Mapping[str, Any]) -> Vocabulary:
        """Names for any number of texts, beside those that Jinja itself gives."""
        return Vocabulary({**self.environment.globals, **names})

    def _rendered(self, template: Template, context: Mapping[str, Any]) -> str:
        """As Jinja does it, but without a copy of all names for every sentence."""
        names = context if isinstance(context, Vocabulary) else self.vocabulary(context)
        try:
            return "".join(template.root_render_func(self._context(template, names)))
        except Exception:
            self.environment.handle_exception()

    def _context(self, template: Template, names: Vocabulary) -> Context:
        """What Jinja renders it with: for hundreds of sentences the same, where they cannot change it."""
        if template.name is not None or template in self.setting:
            return template.new_context(names, shared=True)
        if names.shared is None:
            names.shared = template.new_context(names, shared=True)
        return names.shared

    def file(self, name: str, context: Mapping[str, Any]) -> str:
        """The file `name` of the folder, rendered; raises TemplateError naming file and line."""
        try:
            with guarded():
                return _printable(self._rendered(self.environment.get_template(name), context))
        except TextRefused as refused:
            problem = Problem(str(self.path(name)), None, "", refused.message, refused.fix)
            raise TemplateError([problem]) from refused
        except TooLong as error:
            raise _unending(error, str(self.path(name))) from error
        except KhDocsError:
            raise
        except Exception as error:  # whatever wording makes Python say is a fault of the wording
            # The innermost frame of a template is the line an official has to mend.
            raise TemplateError([fault_of(error, str(self.path(name)))]) from error

    def sentence(self, text: str, context: Mapping[str, Any], where: str) -> str:
        """`text` with its variables filled in; `where` names it in an error."""
        if "{" not in text and "}" not in text:
            return text
        try:
            with guarded():
                template = self.sentences.get(text)
                if template is None:
                    template = self.sentences[text] = self._compiled(text)
                return _printable(" ".join(self._rendered(template, context).split()))
        except TooLong as error:
            raise _unending(error, where) from error
        except KhDocsError:
            raise
        except Exception as error:
            raise TemplateError([fault_of(error, where)]) from error

    def fault_at(self, name: str, rendered: str, message: str) -> TemplateError:
        """`message` about a line that came out of the file `name` or of one it includes."""
        for path in (self.path(name), *sorted(self.path(name).parent.glob("_*.j2"))):
            for number, line in enumerate(self.files.source(path.name).split("\n"), 1):
                # Up to the first variable the source reads as the result does.
                if line.split("{", 1)[0].strip() and rendered.startswith(line.split("{", 1)[0].strip()):
                    return TemplateError([Problem(str(path), number, "", message, _("sửa đầu dòng đó"))])
        return TemplateError([Problem(str(self.path(name)), None, "", message, _("sửa đầu dòng đó"))])

    def lacks(self, name: str, part: str) -> TemplateError:
        """The file `name` has no part `part`; its end is where one can be added."""
        path = self.path(name)
        end = len(self.files.source(name).splitlines())
        message, fix = _("thiếu phần “{}”"), _("thêm dòng “=== {}”, nội dung của phần ở các dòng sau")
        return TemplateError([Problem(str(path), end, "", message.format(part), fix.format(part))])

    def fault_in(self, name: str, mark: str, message: str, fix: str) -> TemplateError:
        """`message` about the line `mark` of the file `name`."""
        path = self.path(name)
        lines = [line.strip() for line in self.files.source(name).split("\n")]
        return TemplateError(
            [Problem(str(path), lines.index(mark) + 1 if mark in lines else None, "", message, fix)]
        )

    def path(self, name: str) -> Path:
        """The file meant by `name`, in the plan's own folder where none has it."""
        return self.files.path(name)

    def _compiled(self, text: str) -> Template:
        code = self.memory.codes.get(text)
        if code is None:
            code = self.environment.compile(text)
            self.memory.add(text, code)
        # Jinja's own way to give globals, a ChainMap, takes longer to read than a sentence to render.
        template = Template.from_code(self.environment, code, dict(self.environment.globals))
        if template.blocks or not _SETTING.isdisjoint(template.root_render_func.__code__.co_names):
            self.setting.add(template)
        return template


def _printable(text: str) -> str:
    """What came out of a template, cleaned as data are: an expression can make any character."""
    if OPEN not in text and CLOSE not in text:
        return printable(text)
    return "".join(part if part in (OPEN, CLOSE) else printable(part) for part in _MARKS.split(text))


def fault_of(error: Exception, file: str) -> Problem:
    """`error` as a message for whoever edits the template."""
    if isinstance(error, TemplateNotFound):
        missing = str(Path(file).parent / str(error.name))
        restore = _("lấy lại bản gốc: kh-docs init . --restore {}").format(missing)
        return Problem(missing, None, "", _("không có tệp lời văn này"), restore)
    file, line = _place_of(error, file)
    message = _("lời văn không dựng được: {}").format(spoken(error))
    return Problem(file, line, "", message, _("sửa tên biến hoặc cú pháp {{ }} ở dòng đó"))


def _unending(error: TooLong, file: str) -> TooLong:
    """The same with the file and line at which the wording was stopped."""
    file, line = _place_of(error, file)
    return TooLong(str(Problem(file, line, "", str(error), _("xem lại vòng lặp, phép tính ở dòng đó"))))


def _place_of(error: Exception, file: str) -> tuple[str, int | None]:
    """The file and line of wording that `error` is about: the innermost of its frames, else `file`."""
    line: int | None = getattr(error, "lineno", None)
    traceback = error.__traceback__ if line is None else None
    file = getattr(error, "filename", None) or file
    if not file.endswith(".j2"):
        # A sentence of the data: `file` names its place.
        return file, None
    while traceback is not None:
        name = traceback.tb_frame.f_code.co_filename
        if name.endswith(".j2"):
            file, line = name, traceback.tb_lineno
        traceback = traceback.tb_next
    return file, line
