"""Check any administrative .docx against NĐ 30/2020: bytes in, findings out; and mend its layout."""

from typing import TYPE_CHECKING, Any

from kh_docs.check.engine import check_bytes, check_file
from kh_docs.check.findings import SEVERITIES, Finding, Report, Severity
from kh_docs.check.registry import RULES, Rule
from kh_docs.word.refused import Refused

if TYPE_CHECKING:
    from kh_docs.check.mend import Left, fix_bytes

__all__ = [
    "RULES",
    "SEVERITIES",
    "Finding",
    "Left",
    "Refused",
    "Report",
    "Rule",
    "Severity",
    "check_bytes",
    "check_file",
    "fix_bytes",
]


def __getattr__(name: str) -> Any:
    """Load what mends only where somebody mends: most files are only read."""
    if name in ("Left", "fix_bytes"):
        from kh_docs.check import mend

        return getattr(mend, name)
    raise AttributeError(name)
