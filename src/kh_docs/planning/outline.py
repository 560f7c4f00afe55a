"""Take the lines of a plan's body, give its clauses: I. / 1. / 2.1. / a) / -, and what continues each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kh_docs.i18n import _
from kh_docs.planning.lines import Line
from kh_docs.planning.marks import LEVELS, Mark, read_mark
from kh_docs.planning.outline_ids import Node, ids_of, is_heading, told_apart
from kh_docs.planning.outline_order import order_fault, parents_of

# Marks of texts of other kinds; what stands under them goes on with its own.
_UNREAD = re.compile(r"(?:Điều|Chương|Mục|Tiểu mục)\s+(?:\d{1,3}|[IVX]{1,5})\s*(?:[.:–-]|$)")
_STOPS = tuple(".!?…/”)")


class Question(NamedTuple):
    """What the rules do not understand, with its place."""

    clause: str
    line: int | None
    literal: str
    message: str


class OutlineClause(NamedTuple):
    """A clause: its id, its mark as written, its text (continuations on lines of their own)."""

    id: str
    mark: str
    texts: tuple[str, ...]
    # The line of each text.
    lines: tuple[int, ...]
    heading: bool = False

    @property
    def text(self) -> str:
        return "\n".join(self.texts)

    @property
    def line(self) -> int:
        return self.lines[0]

    def line_at(self, position: int) -> int:
        """The line of the source in which the character at `position` of the text stands."""
        return self.lines[self.text.count("\n", 0, position)]


class Outline(NamedTuple):
    clauses: tuple[OutlineClause, ...]
    questions: tuple[Question, ...]


def read_outline(lines: Sequence[Line]) -> Outline:
    """The clauses of these lines; what stands before the first is the opening."""
    nodes, questions = _grow(lines)
    if not nodes:
        return Outline((), tuple(questions))
    _part_the_end(nodes)
    ids = told_apart(ids_of(nodes))
    clauses = tuple(
        OutlineClause(
            name,
            node.mark.written if node.mark else "",
            tuple(text for _line, text in node.texts),
            tuple(line for line, _text in node.texts),
            is_heading(node, nodes[at + 1] if at + 1 < len(nodes) else None),
        )
        for at, (name, node) in enumerate(zip(ids, nodes, strict=True))
    )
    return Outline(clauses, tuple(_placed(question, clauses) for question in questions))


def _placed(question: Question, clauses: Sequence[OutlineClause]) -> Question:
    clause = next((each.id for each in clauses if question.line in each.lines), "")
    return question._replace(clause=clause)


def printed(clauses: Iterable[OutlineClause]) -> list[str]:
    """The lines as they were read."""
    lines: list[str] = []
    for clause in clauses:
        first, *rest = clause.texts
        lines += [f"{clause.mark} {first}".strip(), *rest]
    return lines


def _grow(lines: Sequence[Line]) -> tuple[list[Node], list[Question]]:
    nodes: list[Node] = []
    questions: list[Question] = []
    path: list[Mark] = []
    for line in lines:
        mark, rest = (None, line.text) if line.row else read_mark(line.text)
        awaits = mark is not None and mark.level == "division" and not rest
        if mark is None or not (rest or awaits) or _is_no_clause(mark, rest, path):
            if not line.row and _UNREAD.match(line.text):
                told = _("giống đầu một mục mà chưa nhận ra, được nối vào mục phía trên")
                questions.append(Question("", line.number, line.text[:80], told))
            if not nodes:
                nodes.append(Node(None, [], ()))
            nodes[-1].texts.append((line.number, line.text))
            continue
        above = [each for each in path if LEVELS.index(each.level) <= LEVELS.index(mark.level)]
        above = parents_of(mark, above)
        if message := order_fault(mark, path, above):
            questions.append(Question("", line.number, line.text[:80], message))
        path = [*above, mark]
        nodes.append(Node(mark, [(line.number, rest)], tuple((each.level, each.name) for each in path)))
    return [_titled(node) for node in nodes], questions


def _titled(node: Node) -> Node:
    """“PHẦN THỨ NHẤT” with the title on the next line; without one it is its own."""
    if node.mark is None or node.texts[0][1]:
        return node
    if len(node.texts) > 1:
        return node._replace(texts=node.texts[1:])
    return node._replace(mark=node.mark._replace(written=""), texts=[(node.texts[0][0], node.mark.written)])


def _is_no_clause(mark: Mark, rest: str, path: list[Mark]) -> bool:
    """An outline begins with no dash or letter, and “1.5 triệu đồng” is no clause."""
    if not path and mark.level in ("dash", "letter", "sub"):
        return True
    return mark.level == "sub" and mark.written == mark.name and not rest[0].isupper()


def _part_the_end(nodes: list[Node]) -> None:
    """The plan's last paragraph, after a clause that has a text of its own, is a node of its own."""
    last = nodes[-1]
    texts = [text for _line, text in last.texts]
    at = len(texts) - 1
    # A paragraph that was wrapped begins after the last line that ends a sentence.
    while at > 0 and not texts[at - 1].endswith(_STOPS):
        at -= 1
    if last.mark is None or at < 1 or any(text.startswith("+") or " | " in text for text in texts[at:]):
        return
    nodes.append(Node(None, last.texts[at:], last.path[:1]))
    del last.texts[at:]
