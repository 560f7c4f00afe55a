"""Take the lines of a plan's body, give its clauses: I. / 1. / 2.1. / a) / -, and what continues each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kh_docs.i18n import _
from kh_docs.planning.lines import Line
from kh_docs.planning.marks import LEVELS, Level, Mark, next_letters, read_mark

OPENING = "opening"
_SENTENCE_ENDS = tuple(".;:!?…")
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


class _Node(NamedTuple):
    mark: Mark | None
    texts: list[tuple[int, str]]
    path: tuple[tuple[Level, str], ...]


def read_outline(lines: Sequence[Line]) -> Outline:
    """The clauses of these lines; what stands before the first is the opening."""
    nodes, questions = _grow(lines)
    if not nodes:
        return Outline((), tuple(questions))
    _part_the_end(nodes)
    ids = _told_apart(_name(nodes))
    clauses = tuple(
        OutlineClause(
            name,
            node.mark.written if node.mark else "",
            tuple(text for _line, text in node.texts),
            tuple(line for line, _text in node.texts),
            _is_heading(node, nodes[at + 1] if at + 1 < len(nodes) else None),
        )
        for at, (name, node) in enumerate(zip(ids, nodes, strict=True))
    )
    return Outline(clauses, tuple(_placed(question, clauses) for question in questions))


def _placed(question: Question, clauses: Sequence[OutlineClause]) -> Question:
    clause = next((each.id for each in clauses if each.line == question.line), "")
    return question._replace(clause=clause)


def printed(clauses: Iterable[OutlineClause]) -> list[str]:
    """The lines as they were read."""
    lines: list[str] = []
    for clause in clauses:
        first, *rest = clause.texts
        lines += [f"{clause.mark} {first}".strip(), *rest]
    return lines


def _grow(lines: Sequence[Line]) -> tuple[list[_Node], list[Question]]:
    nodes: list[_Node] = []
    questions: list[Question] = []
    path: list[Mark] = []
    for line in lines:
        mark, rest = (None, line.text) if line.row else read_mark(line.text)
        if mark is None or not rest or _is_no_clause(mark, rest, path):
            if not nodes:
                nodes.append(_Node(None, [], ()))
            nodes[-1].texts.append((line.number, line.text))
            continue
        above = [each for each in path if LEVELS.index(each.level) <= LEVELS.index(mark.level)]
        above = _parents(mark, above)
        if message := _out_of_order(mark, path, above):
            questions.append(Question("", line.number, line.text[:80], message))
        path = [*above, mark]
        nodes.append(_Node(mark, [(line.number, rest)], tuple((each.level, each.name) for each in path)))
    return nodes, questions


def _is_no_clause(mark: Mark, rest: str, path: list[Mark]) -> bool:
    """An outline begins with no dash or letter, and “1.5 triệu đồng” is no clause."""
    if not path and mark.level in ("dash", "letter", "sub"):
        return True
    return mark.level == "sub" and mark.written == mark.name and not rest[0].isupper()


def _parents(mark: Mark, above: list[Mark]) -> list[Mark]:
    """Those of `above` that the new clause stands under: its own siblings are taken away."""
    if mark.level == "sub":
        depth = mark.name.count(".")
        return [
            each
            for each in above
            if each.level != "sub" or (each.name.count(".") < depth and mark.name.startswith(each.name + "."))
        ]
    return [each for each in above if each.level != mark.level]


def _out_of_order(mark: Mark, path: list[Mark], above: list[Mark]) -> str:
    if mark.level == "dash":
        return ""
    before = next(
        (each for each in path if each.level == mark.level and each.name.count(".") == mark.name.count(".")),
        None,
    )
    if mark.level == "sub" and (
        before is None or before.name.rpartition(".")[0] != mark.name.rpartition(".")[0]
    ):
        parent = mark.name.rpartition(".")[0]
        known = any(each.name == parent for each in above)
        return (
            ""
            if mark.place == 1 and known
            else _("số “{}” không nối tiếp mục phía trên").format(mark.written)
        )
    if before is None:
        return "" if mark.place == 1 else _("đánh số bắt đầu từ “{}”").format(mark.written)
    if mark.level == "letter":
        followed = mark.name in next_letters(before.name)
    else:
        followed = mark.place == before.place + 1
    return "" if followed else _("đánh số “{}” đứng sau “{}”").format(mark.written, before.written)


def _part_the_end(nodes: list[_Node]) -> None:
    """The plan's last paragraph, after a clause that has a text of its own, is a node of its own."""
    last = nodes[-1]
    texts = [text for _line, text in last.texts]
    at = len(texts) - 1
    # A paragraph that was wrapped begins after the last line that ends a sentence.
    while at > 0 and not texts[at - 1].endswith(_STOPS):
        at -= 1
    if last.mark is None or at < 1 or any(text.startswith("+") or " | " in text for text in texts[at:]):
        return
    nodes.append(_Node(None, last.texts[at:], last.path[:1]))
    del last.texts[at:]


def _name(nodes: list[_Node]) -> list[str]:
    """Ids by the path of marks; dashes counted under what they stand under."""
    dashed = any(level == "sub" for node in nodes for level, _name in node.path) or _collides(nodes)
    ids: list[str] = []
    dashes: dict[str, int] = {}
    for at, node in enumerate(nodes):
        if node.mark is None:
            ids.append(OPENING if at == 0 else ".".join([*(name for _level, name in node.path), "end"]))
            continue
        parent = ".".join(_parts(node.path[:-1] if node.mark.level == "dash" else node.path))
        if node.mark.level != "dash":
            ids.append(parent)
            continue
        dashes[parent] = dashes.get(parent, 0) + 1
        joined = ("-" if dashed else ".").join([parent, str(dashes[parent])])
        ids.append(joined.lstrip(".-"))
    return ids


def _parts(path: Sequence[tuple[Level, str]]) -> list[str]:
    """“2.1” under “2” adds its last number only."""
    parts: list[str] = []
    for at, (level, name) in enumerate(path):
        before = path[at - 1][1] + "." if at else ""
        parts.append(name.removeprefix(before) if level == "sub" else name)
    return parts


def _collides(nodes: list[_Node]) -> bool:
    """Dashes and numbers under one clause would get the same ids."""
    parents = {
        level: {node.path[:-1] for node in nodes if node.mark and node.mark.level == level}
        for level in ("number", "dash")
    }
    return bool(parents["number"] & parents["dash"])


def _is_heading(node: _Node, after: _Node | None) -> bool:
    """A title that gives no order: parts, and what ends like no sentence and has clauses under it."""
    if node.mark is None or node.mark.level == "dash" or len(node.texts) > 1:
        return False
    text = node.texts[0][1]
    has_children = after is not None and after.mark is not None and after.path[: len(node.path)] == node.path
    return has_children and not text.endswith(_SENTENCE_ENDS)


def _told_apart(ids: list[str]) -> list[str]:
    """The second “II.1” becomes “II.1_2”: nothing of a text is lost by a slip in its numbers."""
    count: dict[str, int] = {}
    told: list[str] = []
    for name in ids:
        count[name] = count.get(name, 0) + 1
        told.append(name if count[name] == 1 else f"{name}_{count[name]}")
    return told
