"""Read YAML as text: every scalar a string, every value with its line, nothing clever."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from kh_docs.errors import Problem
from kh_docs.i18n import _
from kh_docs.patterns import re
from kh_docs.reading.yaml_syntax import explain
from kh_docs.text import INVISIBLE, TextRefused, clean, mended, slip
from kh_docs.text_files import LINE_END, read_text_file

# Deeper than any file of ours; 2 000 nested brackets would exhaust the stack.
MAX_DEPTH = 30

# What libyaml refuses, and where it ends a line too: inside a value those signs would vanish without a word.
_UNREADABLE = re.compile(
    "[^\t\n\r -~\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)

Key = tuple[str | int, ...]
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass
class YamlText:
    """A parsed file: `value` holds only str, list and dict; `lines` says where each path stands."""

    file: str
    value: Any = None
    lines: dict[Key, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)
    # As it was read from disk; None for a text that is not there.
    content: bytes | None = None
    # Where a text is put together of several files: which of them a part of it stands in.
    files: dict[str, str] = field(default_factory=dict)

    def file_of(self, key: Key) -> str:
        """The file in which `key` stands."""
        return self.files.get(str(key[0]), self.file) if key else self.file

    def line_of(self, key: Key) -> int | None:
        """The line of `key`, or of its nearest parent that stands in the file."""
        while key and key not in self.lines:
            key = key[:-1]
        return self.lines.get(key)

    def problem(self, line: int | None, where: str, message: str, fix: str) -> None:
        self.problems.append(Problem(self.file, line, where, message, fix))


def read_yaml(path: Path, shown_as: str) -> YamlText:
    """Read the file `path`; faults are collected in `.problems`, never raised one by one."""
    file = read_text_file(path, shown_as)
    result = YamlText(shown_as, problems=list(file.problems), content=file.content)
    return result if file.problems else parse_yaml(file.text, result)


def parse_yaml(source: str, result: YamlText) -> YamlText:
    """Parse `source` into `result`."""
    # libyaml refuses the one inside a text and takes the other; both are dropped, with the same warning.
    source = source.replace("\ufeff", "\u200b")
    lines = LINE_END.split(source)
    if found := _UNREADABLE.search(source):
        before = LINE_END.split(source[: found.start()])
        message = _("ký tự không hợp lệ U+{:04X} ở vị trí {}").format(ord(found[0]), len(before[-1]) + 1)
        fix = _("xóa ký tự đó; nếu là chữ phông TCVN3, hãy chuyển sang Unicode")
        result.problem(len(before), "", message, fix)
        return result
    try:
        _Builder(source, lines, result).build()
    except yaml.MarkedYAMLError as error:
        # libyaml looks ahead: from 0.2.6 on it stops at its own limit before we have seen ours passed.
        if "nesting depth" in str(error.problem) and error.problem_mark is not None:
            result.problem(error.problem_mark.line + 1, "", _too_deep(), _flatter())
        else:
            result.problem(*explain(error, lines))
    return result


def _too_deep() -> str:
    return _("lồng quá {} tầng").format(MAX_DEPTH)


def _flatter() -> str:
    return _("viết lại cho phẳng hơn")


def _line(event: Event) -> int:
    assert event.start_mark is not None  # libyaml marks every event
    return event.start_mark.line + 1


class _TooBad(Exception):
    """Stop reading this file: what follows would only be noise."""


class _Builder:
    """Turn libyaml's events into text values, refusing what a data file has no use for."""

    def __init__(self, source: str, source_lines: list[str], result: YamlText) -> None:
        self.source_lines = source_lines
        self.result = result
        self.events = iter(yaml.parse(source, Loader=LOADER))

    def build(self) -> None:
        documents = 0
        try:
            for event in self.events:
                if isinstance(event, DocumentStartEvent):
                    documents += 1
                    if documents > 1:
                        self.stop(event, _("tệp có hai tài liệu (dấu ---)"), _("tách thành hai tệp"))
                elif isinstance(event, (ScalarEvent, MappingStartEvent, SequenceStartEvent, AliasEvent)):
                    self.result.value = self.node(event, (), 0)
        except _TooBad:
            return
        if documents == 0 or self.result.value in (None, ""):
            self.result.problem(None, "", _("tệp trống"), _("nhập nội dung hoặc xóa tệp"))

    def node(self, event: Event, key: Key, depth: int) -> Any:
        line = _line(event)
        self.result.lines.setdefault(key, line)
        if depth > MAX_DEPTH:
            self.stop(event, _too_deep(), _flatter())
        if isinstance(event, AliasEvent) or getattr(event, "anchor", None):
            self.stop(event, _("không dùng neo (& và *)"), _("viết giá trị ra tại chỗ"))
        if tag := getattr(event, "tag", None):
            self.stop(event, _("không dùng thẻ kiểu ({})").format(tag), _("bỏ phần bắt đầu bằng dấu !"))
        if isinstance(event, ScalarEvent):
            return self.scalar(event, key)
        if isinstance(event, SequenceStartEvent):
            return self.sequence(key, depth)
        return self.mapping(event, key, depth)

    def scalar(self, event: ScalarEvent, key: Key) -> str:
        where = ".".join(str(part) for part in key)
        # libyaml says '' of a scalar without quotes, the loader in Python says None.
        if not event.style and event.value:
            end = event.end_mark
            assert end is not None  # libyaml marks every event
            rest = self.source_lines[end.line][end.column :]
            if rest.lstrip().startswith("#"):
                # `Tổ dân phố #3` loses what follows the sign; nobody sees it in the result.
                self.result.warnings.append(
                    Problem(
                        self.result.file,
                        end.line + 1,
                        where,
                        _("phần sau dấu # bị coi là ghi chú, không được đọc"),
                        _("đặt giá trị trong dấu nháy kép nếu # là nội dung"),
                    )
                )
        if found := slip(event.value):
            line = _line(event)
            self.result.warnings.append(Problem(self.result.file, line, where, found.message, found.fix))
        try:
            return mended(clean(event.value))
        except TextRefused as error:
            self.result.problem(_line(event), where, error.message, error.fix)
            return ""

    def sequence(self, key: Key, depth: int) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := next(self.events), SequenceEndEvent):
            items.append(self.node(event, (*key, len(items)), depth + 1))
        return items

    def mapping(self, start: Event, key: Key, depth: int) -> dict[str, Any]:
        values: dict[str, Any] = {}
        while not isinstance(event := next(self.events), MappingEndEvent):
            line = _line(event)
            if not isinstance(event, ScalarEvent):
                self.stop(
                    event, _("khóa phải là chữ"), _("quên dấu nháy? đặt giá trị có {{ }} trong dấu nháy kép")
                )
                raise AssertionError  # stop() always raises
            name = unicodedata.normalize("NFC", INVISIBLE.sub("", event.value))
            if name == "<<":
                self.stop(event, _("không dùng khóa ghép <<"), _("viết giá trị ra tại chỗ"))
            if name in values:
                first = self.result.lines[(*key, name)]
                self.result.problem(
                    line,
                    ".".join(str(part) for part in (*key, name)),
                    _("trùng khóa “{}” (dòng {} và {})").format(name, first, line),
                    _("giữ một dòng, xóa dòng kia"),
                )
                self.node(next(self.events), ("", name), depth + 1)
                continue
            self.result.lines[(*key, name)] = line
            values[name] = self.node(next(self.events), (*key, name), depth + 1)
        return values

    def stop(self, event: Event, message: str, fix: str) -> None:
        self.result.problem(_line(event), "", message, fix)
        self.result.value = None
        raise _TooBad
