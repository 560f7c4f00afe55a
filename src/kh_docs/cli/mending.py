"""Write mended copies of documents for `kh-docs check --fix`, never over a file that is there."""

from __future__ import annotations

from pathlib import Path

from kh_docs.bounded import read_bounded, reason_of
from kh_docs.check import Refused, check_bytes, fix_bytes
from kh_docs.check.mend import estimated_pages_of
from kh_docs.cli.check_words import unexpected
from kh_docs.cli.copies import write_copy
from kh_docs.cli.exit_codes import ExitCode
from kh_docs.cli.judged import Asked
from kh_docs.cli.mended import Mended
from kh_docs.errors import EnvironmentFault
from kh_docs.i18n import _
from kh_docs.refusals import in_words


def mend(path: Path, target: Path, asked: Asked) -> Mended:
    """Mend the file at `path` into `target`; what goes wrong with it is told and costs no other file."""
    try:
        return _mend(path, target, asked)
    except Refused as refusal:
        return Mended(path, None, (), (), in_words(refusal))
    except EnvironmentFault:
        raise  # a full disk or a folder without the right to write stops every file alike
    except OSError as error:
        return Mended(path, None, (), (), _("không đọc được tệp ({})").format(reason_of(error)))
    except Exception as error:  # a fault of ours in one file must not cost the others
        return Mended(path, None, (), (), unexpected(error), ExitCode.OUR_FAULT)


def _mend(path: Path, target: Path, asked: Asked) -> Mended:
    before = read_bounded(path)
    after, changes, left = fix_bytes(before, asked.profile, asked.in_force)
    if after == before:
        report = check_bytes(before, path.name, asked.profile)
        return Mended(path, None, changes, left, foreign=() if report.judged else report.notes)
    problem = write_copy(target, after)
    if problem:
        return Mended(path, None, changes, left, problem, ExitCode.KEPT)
    pages = estimated_pages_of(before), estimated_pages_of(after)
    return Mended(path, target, changes, left, pages=pages)
