"""English says everything that Vietnamese says, and click speaks Vietnamese."""

from __future__ import annotations

import ast
import gettext
import re
from collections.abc import Iterable
from pathlib import Path

import click
import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

SRC = Path(__file__).parents[2] / "src" / "kh_docs"
LOCALE = SRC / "locale"
REFRESH = "translate these in en/LC_MESSAGES/kh_docs.po (CONTRIBUTING.md, “English”)"
PLACEHOLDER = re.compile(r"\{[^{}]*\}|%\(\w+\)\w")


def catalogue(name: str) -> Catalog:
    with (LOCALE / name).open("rb") as file:
        return read_po(file)


def texts_in(package: Path, keywords: Iterable[str]) -> set[str]:
    """Every text that the modules of a package pass through gettext."""
    found = extract_from_dir(package, keywords=dict.fromkeys(keywords) | {"ngettext": (1, 2)})
    return {text if isinstance(text, str) else text[0] for _file, _line, text, _comments, _context in found}


def constants_in(package: Path) -> set[str]:
    """Every text that stands in the modules of a package."""
    trees = (ast.parse(module.read_text(encoding="utf-8")) for module in package.glob("*.py"))
    nodes = (node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return {node.value for node in nodes if isinstance(node.value, str)}


def test_english_is_complete_and_holds_nothing_old() -> None:
    english = {message.id: message for message in catalogue("en/LC_MESSAGES/kh_docs.po") if message.id}
    source = texts_in(SRC, ("_", "N_"))
    assert sorted(source - english.keys()) == [], REFRESH
    assert sorted(english.keys() - source) == [], "no longer in the source: delete them"
    assert [text for text, message in english.items() if message.fuzzy or not message.string] == []


def test_english_keeps_the_placeholders() -> None:
    wrong = [
        message.id
        for message in catalogue("en/LC_MESSAGES/kh_docs.po")
        if sorted(PLACEHOLDER.findall(str(message.id))) != sorted(PLACEHOLDER.findall(str(message.string)))
    ]
    assert wrong == []


def test_clicks_strings_are_those_of_the_click_installed() -> None:
    translated = {
        message.id[0] if isinstance(message.id, tuple) else message.id
        for message in catalogue("vi/LC_MESSAGES/messages.po")
        if message.id
    }
    package = Path(click.__file__).parent
    # Some releases look a text up in a table first: `_(extra["required"])`.
    assert sorted(translated - texts_in(package, ("_",)) - constants_in(package)) == []


@pytest.mark.parametrize("name", ["en/LC_MESSAGES/kh_docs.po", "vi/LC_MESSAGES/messages.po"])
def test_the_compiled_catalogue_is_not_stale(name: str) -> None:
    compiled = (LOCALE / name).with_suffix(".mo")
    assert compiled.is_file(), "install the package: pip install -e '.[dev]'"
    with compiled.open("rb") as file:
        known = gettext.GNUTranslations(file)
    stale = [
        message.id
        for message in catalogue(name)
        if isinstance(message.id, str) and message.id and known.gettext(message.id) != message.string
    ]
    assert stale == [], "the .po changed after it was compiled: pip install -e '.[dev]'"
