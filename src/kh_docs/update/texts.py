"""A paragraph or an answer in three versions: what is decided for it as a whole."""

from kh_docs.update.blocks import Block, is_open
from kh_docs.update.decisions import Decisions, Insertion, Note, Rewrite, Waiting
from kh_docs.update.paragraph import merge_paragraph, merge_value
from kh_docs.update.steps import Clash, Plan, Step


def merge_text(old: Block, now: Block, new: Block, decisions: Decisions) -> None:
    """Merge a paragraph, or what stands in one control round paragraphs."""
    if not _is_one(old, now, new):
        _answer(old, now, new, decisions)
        return
    if old.said == new.said and old.tags == new.tags:
        return
    # A control round a paragraph is filled as a whole.
    whole = now.element is not now.paragraphs[0]
    merge = merge_value if whole else merge_paragraph
    plan = merge(old.paragraphs[0], now.paragraphs[0], new.paragraphs[0])
    _do(old, now, new, plan, decisions, opened=whole)


def _answer(old: Block, now: Block, new: Block, decisions: Decisions) -> None:
    """A control round paragraphs in one version, a control in a line or plain text in another."""
    if new.said in (old.said, now.said):
        return
    if now.said != old.said:
        _do(old, now, new, Plan(clashes=(Clash(now.said, new.said),)), decisions, opened=True)
        return
    if _waits(old, now, new, decisions):
        return
    pairs = zip(old.paragraphs, now.paragraphs, new.paragraphs, strict=False)
    for was, paragraph, fresh in pairs:
        plan = merge_value(was, paragraph, fresh)
        if not plan.idle:
            decisions.rewrites.append(Rewrite(paragraph, plan, True))
    more = tuple(new.paragraphs[len(now.paragraphs) :])
    alone = len(now.paragraphs) == 1
    if more:
        beside = now.element if alone else now.paragraphs[-1]
        decisions.insertions.append(Insertion(beside, True, more))
    for left in now.paragraphs[len(new.paragraphs) :]:
        decisions.deletions.append(Block("text", left, now.place, paragraphs=[left]))
    if not alone:
        decisions.hints.append(now.element)
    decisions.steps.append((now, Step(now.said, new.said)))


def _do(old: Block, now: Block, new: Block, plan: Plan, decisions: Decisions, *, opened: bool) -> None:
    if plan.idle:
        return
    if (plan.edits or plan.fills) and _waits(old, now, new, decisions):
        return
    paragraph = now.paragraphs[0]
    if plan.edits or plan.fills:
        decisions.rewrites.append(Rewrite(paragraph, plan, opened))
        decisions.steps += [(now, step) for step in plan.steps]
    decisions.notes += [Note(paragraph, now, clash) for clash in plan.clashes]


def _waits(old: Block, now: Block, new: Block, decisions: Decisions) -> bool:
    if not is_open(now.element):
        return False
    decisions.waiting.append(Waiting(now, old.element, new.element))
    return True


def _is_one(old: Block, now: Block, new: Block) -> bool:
    """Whether all three are one paragraph, with a control round it in all or in none."""
    return len(old.paragraphs) == len(now.paragraphs) == len(new.paragraphs) == 1 and (
        old.element.tag == now.element.tag == new.element.tag
    )
