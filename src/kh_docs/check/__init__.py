"""Check any administrative .docx against NĐ 30/2020: bytes in, findings out; and mend its layout."""

from kh_docs.check.archive import Refused
from kh_docs.check.engine import check_bytes, check_file
from kh_docs.check.findings import SEVERITIES, Finding, Report, Severity
from kh_docs.check.mend import Left, fix_bytes
from kh_docs.check.registry import RULES, Rule

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
