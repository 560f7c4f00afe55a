"""What check found in one file, as text and as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from kh_docs.check import Finding, Report
from kh_docs.check.facts import Fact, PlanFacts
from kh_docs.cli.check_words import SEVERITIES
from kh_docs.cli.exit_codes import ExitCode
from kh_docs.cli.facts_text import facts_as_text
from kh_docs.i18n import _
from kh_docs.model.in_force import InForce

# Findings of one rule with one message that are shown in full.
SHOWN = 3


class Asked(NamedTuple):
    """By what the files of one command are judged."""

    profile: str
    in_force: InForce
    # What the document is held against, if anything.
    plan: PlanFacts | None = None


class Judged(NamedTuple):
    """What became of one file; `target`: its commented copy, where one was written."""

    path: Path
    report: Report
    target: Path | None = None
    problem: str = ""
    code: ExitCode = ExitCode.DONE
    facts: tuple[Fact, ...] | None = None

    @property
    def contradicts(self) -> bool:
        """Whether something in it is not what the plan says."""
        return any(fact.state == "contradicts" for fact in self.facts or ())


def as_json(judged: Judged) -> dict[str, object]:
    """The shape of `check --json`."""
    report = judged.report
    result: dict[str, object] = {
        "path": str(judged.path),
        "ok": report.ok,
        "findings": [finding.as_json() for finding in report.findings],
        "judged": report.judged and not report.refused_reason,
        "notes": list(report.notes),
    }
    if judged.facts is not None:
        result["facts"] = [fact.as_json() for fact in judged.facts]
    if judged.target:
        result["out"] = str(judged.target)
    # A file that could not be judged breaks no rule, yet is not in order.
    reason = report.refused_reason or judged.problem
    return result | {"reason": reason} if reason else result


def as_text(judged: Judged) -> Iterator[str]:
    """A line for the file, its notes, then what each rule found."""
    path, report = judged.path, judged.report
    if report.refused_reason:
        yield f"{path}: {report.refused_reason}"
        return
    counts: Counter[str] = Counter(finding.severity for finding in report.findings)
    listed = ", ".join(f"{_(words)} {counts[name]}" for name, words in SEVERITIES.items() if counts[name])
    right = _("đúng thể thức") if report.judged else _("không xét")
    yield f"{path}: {listed or right}"
    if judged.problem:
        yield f"  {judged.problem}"
    if judged.target:
        yield "  " + _("bản có chú thích: {file}").format(file=judged.target)
    yield from (f"  {note}" for note in report.notes)
    for group in grouped(report.findings):
        yield from _group_as_text(group)
    if judged.facts is not None:
        yield from facts_as_text(judged.facts)


def grouped(findings: Iterable[Finding]) -> Iterator[list[Finding]]:
    """The findings by rule and message, in the order of the first of each."""
    groups: dict[tuple[str, str, str], list[Finding]] = {}
    for finding in findings:
        groups.setdefault((finding.rule, finding.severity, finding.message), []).append(finding)
    yield from groups.values()


def _group_as_text(group: list[Finding]) -> Iterator[str]:
    first = group[0]
    yield f"  [{_(SEVERITIES[first.severity])}] {first.rule} ({first.clause}): {first.message}"
    for finding in islice(group, SHOWN):
        facts = _("đang là: {found}; cần: {expected}").format(found=finding.found, expected=finding.expected)
        yield (
            f"      {finding.where}: {facts}"
            if finding.found or finding.expected
            else f"      {finding.where}"
        )
    if len(group) > SHOWN:
        yield "      " + _("… và {count} lỗi cùng loại").format(count=len(group) - SHOWN)
