"""Judge one file for `kh-docs check`, with a commented copy if asked for; say it in text and JSON."""

from __future__ import annotations

from pathlib import Path

import kh_docs.check as checking
from kh_docs.bounded import read_bounded, reason_of
from kh_docs.check import Refused, Report
from kh_docs.check.engine import report_on, take_apart
from kh_docs.check.facts import facts_of
from kh_docs.cli.check_words import unexpected
from kh_docs.cli.copies import write_copy
from kh_docs.cli.exit_codes import ExitCode
from kh_docs.cli.judged import Asked, Judged
from kh_docs.errors import EnvironmentFault
from kh_docs.i18n import _
from kh_docs.refusals import in_words


def judge(path: Path, target: Path | None, asked: Asked) -> Judged:
    """Judge the file at `path`; a fault of ours in it must not cost the others."""
    try:
        judged = _checked(path, asked) if target is None else _commented(path, target, asked)
    except EnvironmentFault:
        raise  # a full disk or a folder without the right to write stops every file alike
    except Exception as error:
        report = Report(path.name, refused_reason=unexpected(error))
        return Judged(path, report, code=ExitCode.OUR_FAULT)
    if judged.code is ExitCode.DONE and (not judged.report.ok or judged.contradicts):
        return judged._replace(code=ExitCode.FOUND)
    return judged


def _checked(path: Path, asked: Asked) -> Judged:
    if asked.plan is None:
        return Judged(path, checking.check_file(path, asked.profile, asked.in_force))
    try:
        anatomy = take_apart(read_bounded(path), asked.profile, asked.in_force)
    except Refused as refusal:
        return Judged(path, Report(path.name, refused_reason=in_words(refusal)))
    except OSError as error:
        return Judged(path, Report(path.name, refused_reason=_unreadable(error)))
    facts = tuple(facts_of(anatomy, asked.plan))
    return Judged(path, report_on(anatomy, path.name), facts=facts)


def _commented(path: Path, target: Path, asked: Asked) -> Judged:
    try:
        before = read_bounded(path)
        done = checking.comment_bytes(before, asked.profile, asked.in_force, asked.plan)
    except Refused as refusal:
        return Judged(path, Report(path.name, refused_reason=in_words(refusal)))
    except OSError as error:
        return Judged(path, Report(path.name, refused_reason=_unreadable(error)))
    facts = done.facts if asked.plan is not None else None
    if done.content == before:
        return Judged(path, done.report, facts=facts)
    problem = write_copy(target, done.content)
    if problem:
        return Judged(path, done.report, None, problem, ExitCode.KEPT, facts)
    return Judged(path, done.report, target, facts=facts)


def _unreadable(error: OSError) -> str:
    return _("không đọc được tệp ({})").format(reason_of(error))
