"""Check any administrative .docx against NĐ 30/2020: bytes in, findings out; mend it, comment on it."""

from typing import TYPE_CHECKING, Any, Final

from kh_docs.check.engine import check_bytes, check_file
from kh_docs.check.findings import SEVERITIES, Finding, Report, Severity
from kh_docs.check.registry import RULES, Rule
from kh_docs.word.refused import Refused

if TYPE_CHECKING:
    from kh_docs.check.commenting import comment_bytes
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
    "comment_bytes",
    "fix_bytes",
]

# What writes is loaded only where somebody asks for it: most files are only read.
_LATER: Final = {
    "Left": "kh_docs.check.mend",
    "fix_bytes": "kh_docs.check.mend",
    "comment_bytes": "kh_docs.check.commenting",
}


def __getattr__(name: str) -> Any:
    """Load what writes when it is asked for."""
    if name in _LATER:
        from importlib import import_module

        return getattr(import_module(_LATER[name]), name)
    raise AttributeError(name)
