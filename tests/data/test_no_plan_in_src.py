"""Nothing in src/ knows one plan, its subject, its year, its bodies or a unit: those are data."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

SRC = Path(__file__).parents[2] / "src" / "kh_docs"
SUBJECT = (
    r"ma túy|ma tuý|tội phạm|tệ nạn|điển hình|khu dân cư|mô hình|dòng họ|ngày hội|ANTQ|ANTT"
    r"|an ninh Tổ quốc|an ninh, trật tự|phong trào|tự quản|camera|cảm hóa"
    r"|drug|exemplar|residential|steering|model_area|police"
)
PLACES = r"Nghệ An|\bVinh\b|Nam Đàn|Hoàng Mai|Cửa Lò|Kim Liên|nam-dan|\bvinh\b"
BODIES = r"công an|Ban Chỉ đạo|cơ quan thường trực|Mặt trận|giáo xứ|dân tộc|\bC[A-Z]{0,2}CA[HPX]\b|\bCAH\b"
# Clauses, deadlines, targets, tasks, legal bases, gaps and indicators by their ids.
IDS = r"\b[TDNGL]\d\d\b(?!:)|\b[A-K]\d{1,2}\b|\bKT\d\d\b|\b(?:I|II|III|IV)\.\d"
YEARS = r"\b2024\b|\b104\b|104-kh"
KNOWS = re.compile(rf"{IDS}|(?i:{'|'.join((SUBJECT, PLACES, BODIES, YEARS))})")

# What is no plan's: how any body is called and written, and the profile of the people's police (check);
# paper and cells; how commands are typed; Word's own names.
OF_ANY_PLAN = (
    ("check/", BODIES),
    ("check/|decree30/", r"ND30-\S*|(?:PL I+, (?:P\.I, )?|; )[IV]+\.[^\s;]*|\bA4\b|Shift\+F6"),
    ("reading/new_plan.py", IDS),
    (
        "planning/bod(?:ies|y_words).py|planning/dates.py|planning/figures.py|facts/pieces.py|facts/telling.py"
        "|facts/departments.py",
        rf"{BODIES}|ngày hội",
    ),
    ("cli/check.py", r"Công an nhân dân|Công an"),
    ("cli/|sheets/", r"\b[A-Z]\d{1,2}(?::[A-Z]+\d*)?\b"),
    ("cli/data.py", "so-lieu-vinh.xlsx"),
)


def known_in(source: str) -> Iterator[tuple[int, str]]:
    """The texts and names of a module that know a plan; its docstrings and comments may give examples."""
    tree = ast.parse(source)
    told = {id(found) for node in ast.walk(tree) if (found := _docstring(node)) is not None}
    for node in ast.walk(tree):
        text = _text_of(node)
        if text and id(node) not in told and KNOWS.search(text):
            yield node.lineno, text  # type: ignore[attr-defined]


def _docstring(node: ast.AST) -> ast.Constant | None:
    if not isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef)) or not node.body:
        return None
    first = node.body[0]
    value = first.value if isinstance(first, ast.Expr) else None
    return value if isinstance(value, ast.Constant) else None


def _text_of(node: ast.AST) -> str:
    match node:
        case ast.Constant(value=str(text)) | ast.Name(id=text) | ast.Attribute(attr=text):
            return text
        case ast.FunctionDef(name=text) | ast.ClassDef(name=text) | ast.arg(arg=text):
            return text
        case _:
            return ""


def test_no_module_knows_a_plan() -> None:
    found = []
    for path in sorted(SRC.rglob("*.py")):
        module = path.relative_to(SRC).as_posix()
        allowed = "|".join(words for where, words in OF_ANY_PLAN if re.match(where, module))
        for line, text in known_in(path.read_text(encoding="utf-8")):
            left = re.sub(allowed, "", text, flags=re.IGNORECASE) if allowed else text
            if KNOWS.search(left):
                found.append(f"{module}:{line}: {text[:90]}")
    assert found == []


@pytest.mark.parametrize(
    "line",
    [
        'figure("T10")',
        'text = "sạch về ma túy"',
        'hint = "Chỉ nhập khi khác (G21)"',
        "day = date(2024, 2, 7).year == '2024'",
        'clause_name("II.5.b")',
        'name = "huyện Nam Đàn"',
        "roles.steering_committee",
        'title = "TRƯỞNG CÔNG~AN".replace("~", " ") + "CÔNG AN CẤP XÃ"',
        'item == "D2"',
        "def residential_rows(): ...",
    ],
)
def test_the_search_finds_what_it_looks_for(line: str) -> None:
    assert list(known_in(line))


@pytest.mark.parametrize(
    "line",
    ['"""Like T10 of a plan for Nam Đàn."""', 'x = "2_0240 T101 t10"', "plan.unit"],
)
def test_examples_in_docstrings_and_what_is_like_an_id_are_let_alone(line: str) -> None:
    assert not list(known_in(line))
