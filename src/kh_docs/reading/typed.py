"""Turn text values into models, with every fault named by file, line and field at once."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from kh_docs.errors import Problem
from kh_docs.i18n import _, either
from kh_docs.model.base import Model
from kh_docs.patterns import re
from kh_docs.reading.yaml_text import Key, YamlText, read_yaml
from kh_docs.text import nearest

T = TypeVar("T")
# One of the values that pydantic allows, as it tells them: 'a', 'b' or 'c'.
QUOTED = re.compile(r"'([^']*)'")


class Collector:
    """Reads files one after another and remembers what was wrong with any of them."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.problems: list[Problem] = []
        self.warnings: list[Problem] = []
        self._sources: dict[Path, YamlText] = {}

    def read(self, path: Path, shape: type[T]) -> T | None:
        """The file as `shape` (a model or e.g. `tuple[Task, ...]`); None when it has faults."""
        source = self._sources[path] = read_yaml(path, self.shown(path))
        return self.typed(source, shape)

    def typed(self, source: YamlText, shape: type[T]) -> T | None:
        """What was read as `shape`; None when it has faults."""
        self.warnings += source.warnings
        if source.problems:
            self.problems += source.problems
            return None
        try:
            value: T = _adapter(shape).validate_python(source.value)  # type: ignore[arg-type]
        except ValidationError as error:
            self.problems += [_problem(source, detail, shape) for detail in error.errors()]
            return None
        return value

    def shown(self, path: Path) -> str:
        return path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else str(path)

    def check_unique(self, path: Path, ids: Iterable[str]) -> None:
        seen: set[str] = set()
        for index, name in enumerate(ids):
            if name in seen:
                fix = _("đổi một trong hai mã")
                self.problem(path, name, _("trùng mã “{}”").format(name), fix, (index, "id"))
            seen.add(name)

    def check_known(
        self, path: Path, field: str, names: Iterable[str], known: Iterable[str], key: Key = ()
    ) -> None:
        """Every one of `names`, at `key`, is among `known`; else a problem with the nearest known name."""
        choices = list(known)
        for name in names:
            if name and name not in choices:
                fix = did_you_mean(name, choices)
                self.problem(path, field, _("không biết “{}”").format(name), fix, key)

    def problem(self, path: Path, field: str, message: str, fix: str, key: Key = ()) -> None:
        """Something wrong with `field`; its line is that of `key`, where that stands in a file read here."""
        source = self._sources.get(path)
        line = source.line_of(key) if source and key else None
        self.problems.append(Problem(self.shown(path), line, field, message, fix))

    def problem_at(self, path: Path, line: int, field: str, message: str, fix: str) -> None:
        self.problems.append(Problem(self.shown(path), line, field, message, fix))


def did_you_mean(name: str, choices: list[str]) -> str:
    """How to mend a name that is not known: the nearest that are."""
    close = nearest(name, choices)
    return _("có phải {}?").format(either(f"“{item}”" for item in close)) if close else _("kiểm tra lại")


@cache
def _adapter(shape: Any) -> TypeAdapter[Any]:
    return TypeAdapter(shape)


def _problem(source: YamlText, detail: ErrorDetails, shape: Any) -> Problem:
    # Of a key that is wrong pydantic says so in a further step.
    loc: Key = tuple(part for part in detail["loc"] if part != "[key]")
    field = ".".join(str(part) for part in loc)
    message, fix = _explain(detail, loc, shape)
    return Problem(source.file_of(loc), source.line_of(loc), field, message, fix)


def _explain(detail: ErrorDetails, loc: Key, shape: Any) -> tuple[str, str]:
    kind, context = detail["type"], detail.get("ctx", {})
    value = str(detail.get("input", ""))[:60]
    if kind == "extra_forbidden":
        return _("không biết trường “{}”").format(loc[-1]), did_you_mean(str(loc[-1]), _fields(shape, loc))
    if kind == "missing":
        return _("thiếu trường “{}”").format(loc[-1]), _("thêm dòng “{}: …”").format(loc[-1])
    if kind == "string_too_short":
        return _("để trống"), _("nhập nội dung, hoặc xóa cả dòng")
    if kind == "literal_error":
        allowed = either(f"“{each}”" for each in QUOTED.findall(context.get("expected", "")) if each)
        return _("“{}” không dùng được").format(value), _("chọn một trong: {}").format(allowed)
    if kind == "value_error":
        return str(context.get("error", detail["msg"])), _("sửa giá trị ở dòng này")
    if not value:
        return _("để trống"), _("nhập các mục con, hoặc xóa dòng")
    return _("sai kiểu: “{}”").format(value), _("xem ghi chú ở đầu tệp để biết cách viết")


def _fields(shape: Any, loc: Key) -> list[str]:
    """Names allowed at the place `loc` points into."""
    for part in loc[:-1]:
        shape = _step(shape, part)
    return list(shape.names_in_data()) if isinstance(shape, type) and issubclass(shape, Model) else []


def _step(shape: Any, part: str | int) -> Any:
    if isinstance(shape, type) and issubclass(shape, Model):
        name = shape.names_in_data().get(str(part), "")
        return _unwrapped(shape.field_types.get(name))
    arguments = getattr(shape, "__args__", ())
    return (
        _unwrapped(arguments[-1] if arguments and arguments[-1] is not Ellipsis else arguments[0])
        if arguments
        else None
    )


def _unwrapped(shape: Any) -> Any:
    """`X` out of `X | None`, and of what else is noted about it."""
    shape = getattr(shape, "__origin__", shape) if hasattr(shape, "__metadata__") else shape
    arguments = [item for item in getattr(shape, "__args__", ()) if item is not type(None)]
    return arguments[0] if len(arguments) == 1 and type(None) in shape.__args__ else shape
