"""What a check says: one finding per fault, one report per file."""

from typing import Literal, NamedTuple

from kh_docs.check.places import Place

Severity = Literal["must", "should", "info"]
SEVERITIES: tuple[Severity, ...] = ("must", "should", "info")


class Finding(NamedTuple):
    """One fault: which rule, where in the document, what stands there and what should."""

    rule: str
    severity: Severity
    clause: str
    where: str
    found: str
    expected: str
    message: str
    # All places of the same fault, the first of which `where` names.
    places: tuple[Place, ...] = ()
    # Which document of a file that holds several.
    document: int = 1

    def as_json(self) -> dict[str, str | int]:
        """The finding as plain values; `document` from the second document of a file on."""
        left_out = {"places"} if self.document > 1 else {"places", "document"}
        return {name: value for name, value in self._asdict().items() if name not in left_out}


class Report(NamedTuple):
    """The judgement on one file; `refused_reason` says why it was not read, a note why it is not ours."""

    name: str
    findings: tuple[Finding, ...] = ()
    refused_reason: str | None = None
    notes: tuple[str, ...] = ()
    judged: bool = True

    @property
    def ok(self) -> bool:
        """Whether the file was read and breaks no `must` rule."""
        return self.refused_reason is None and all(f.severity != "must" for f in self.findings)
