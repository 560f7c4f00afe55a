"""Change a unit's YAML file where its data changes; comments, order and unknown keys stay.

PyYAML forgets comments when it writes and takes a tenth of ruamel.yaml's time, which keeps them: what nobody
has touched is written by the one, the rest by the other. To both every scalar is text, so `012` and `no` come
out as they went in.
"""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any

import yaml
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.resolver import VersionedResolver
from ruamel.yaml.scalarstring import LiteralScalarString

from kh_docs.errors import InternalError
from kh_docs.reading.yaml_text import YamlText, parse_yaml
from kh_docs.sheets.form.shapes import Data

if TYPE_CHECKING:
    from yaml import SafeDumper
else:  # libyaml is not everywhere
    SafeDumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)

# Longer than any line: where ruamel.yaml breaks one, blanks are left at its end.
_WIDTH = 100_000
_STYLE: dict[str, Any] = {"sort_keys": False, "default_flow_style": False, "width": _WIDTH}
# A list further in than the field it belongs to; PyYAML writes both alike.
_INDENTED_LIST = re.compile(r"^( *)[^\s#-][^\n]*:[ \t]*\n(?:[ \t]*#[^\n]*\n)*\1 +- ", re.MULTILINE)
# What every plan asks stands first and last in a unit's file; between them what this one declares.
_FIRST = ("signer", "party_basis", "proposal", "plan_issued")
_LAST = ("assignments", "answers")
_HEAD = """\
# Dữ liệu riêng của {unit}; kh-docs data import ghi vào tệp này, sửa tay cũng được.
# Giá trị nào cũng đọc là chữ: 05 vẫn là 05. Ngày viết 24/02/2026. Kiểm tra bằng: kh-docs data check.
"""


def merged(old_text: str, unit: str, old: Data, data: Data) -> str:
    """The file `old_text` (empty for a new one), which says what `old` says, saying what `data` says."""
    untouched = not old_text.strip() or old_text == _written(unit, old)
    text = _written(unit, data) if untouched else _changed(old_text, _ordered(data))
    _check(text, data)
    return text


def _written(unit: str, data: Data) -> str:
    """A file as the program writes it; one that still reads so holds nothing of anybody's own."""
    # A file of comments alone would be taken for one that was damaged.
    text: str = yaml.dump(_ordered(data), Dumper=_Dumper, allow_unicode=True, **_STYLE)
    return _HEAD.format(unit=unit) + text


def _ordered(data: Data) -> Data:
    between = (key for key in data if key not in (*_FIRST, *_LAST))
    return {key: data[key] for key in (*_FIRST, *between, *_LAST) if key in data}


def _changed(old_text: str, data: Data) -> str:
    """With the comments that people have put into the file; ruamel.yaml takes its time for that."""
    # Notepad ends lines so; ruamel.yaml loses blank ones among them and ends its own otherwise.
    ends = "\r\n" if "\r\n" in old_text else "\n"
    old_text = old_text.replace("\r\n", "\n")
    keeper = _keeper(indented=bool(_INDENTED_LIST.search(old_text)))
    root = keeper.load(old_text)
    if not isinstance(root, CommentedMap):
        root = CommentedMap()
    root.fa.set_block_style()
    _into(root, data)
    stream = io.StringIO()
    keeper.dump(root, stream)
    return stream.getvalue().replace("\n", ends)


class _AllText(VersionedResolver):
    """Knows no types: every plain scalar is text, to read and to write."""

    @property
    def versioned_resolver(self) -> dict[str, list[Any]]:
        return {}


def _keeper(indented: bool) -> YAML:
    keeper = YAML()
    keeper.Resolver = _AllText
    keeper.preserve_quotes = True
    keeper.width = _WIDTH
    # As the file has it, so that one changed value is one changed line.
    keeper.indent(mapping=2, sequence=4 if indented else 2, offset=2 if indented else 0)
    keeper.allow_unicode = True
    return keeper


class _Dumper(SafeDumper):
    """Writes every scalar as text, on lines of its own where it has several."""


# No word is a number, a date or a yes.
_Dumper.yaml_implicit_resolvers = {}


def _represent(dumper: _Dumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, "|" if "\n" in text else None)


_Dumper.add_representer(str, _represent)


def _into(target: CommentedMap, values: dict[str, Any]) -> None:
    """Make `target` say what `values` say, touching only what differs."""
    for key in [key for key in target if key not in values]:
        del target[key]
    for key, value in values.items():
        old = target.get(key)
        if isinstance(value, dict):
            if not isinstance(old, CommentedMap):
                target[key] = old = CommentedMap()
            _into(old, value)
        elif isinstance(value, list):
            if not isinstance(old, CommentedSeq):
                target[key] = old = CommentedSeq()
            _into_list(old, value)
        elif old is None or str(old).strip() != value:
            target[key] = _scalar(str(value))


def _into_list(target: CommentedSeq, values: list[Any]) -> None:
    """Items keep the comments of the item with the same name."""
    by_name = {str(item.get("name")): item for item in target if isinstance(item, CommentedMap)}
    kept: list[Any] = []
    for value in values:
        if not isinstance(value, dict):
            kept.append(_scalar(str(value)))
            continue
        item = by_name.pop(str(value.get("name")), None)
        item = CommentedMap() if item is None else item
        _into(item, value)
        kept.append(item)
    if len(kept) != len(target) or any(a is not b for a, b in zip(kept, target, strict=True)):
        target[:] = kept


def _scalar(text: str) -> str:
    return LiteralScalarString(text) if "\n" in text else text


def _check(text: str, data: Data) -> None:
    """Nothing is written that our own reader would read differently."""
    read = parse_yaml(text, YamlText(""))
    if read.problems or read.value != data:
        raise InternalError(
            f"the YAML written would not read back: {[str(item) for item in read.problems][:3]}"
        )
