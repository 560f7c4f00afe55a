"""Make PDFs of documents with LibreOffice and publish them beside the documents."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from kh_docs.bounded import read_bounded
from kh_docs.cli import soffice
from kh_docs.cli.exit_codes import ExitCode
from kh_docs.cli.to_pdf import convert
from kh_docs.i18n import _
from kh_docs.publish import Output, Publisher

if TYPE_CHECKING:
    from kh_docs.pipeline.request import DocumentResult
    from kh_docs.publish import Result


@dataclass
class Pdfs:
    """What became of the PDFs: for the exit code, for stdout, and for the person."""

    codes: list[ExitCode] = field(default_factory=list)
    written: list[Path] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)

    def add(self, result: Result) -> None:
        if result.status == "written":
            self.written.append(result.path)
        elif result.status != "unchanged":
            self.codes.append(ExitCode.KEPT if result.status == "kept" else ExitCode.FOUND)
            self.messages.append(f"{result.path}: {result.reason}")


def publish_pdfs(out: Path, plan_id: str, documents: Iterable[DocumentResult]) -> Pdfs:
    """A PDF beside every document that is there; a PDF that is not ours (a signed scan) stays as it is."""
    pdfs = Pdfs()
    program = soffice.find()
    if program is None:
        pdfs.codes.append(ExitCode.FOUND)
        pdfs.messages.append(
            _("Máy chưa có LibreOffice nên chưa làm được PDF, tệp Word vẫn đủ -> cài rồi chạy lại")
        )
        return pdfs
    present = [document for document in documents if document.status != "refused" and document.path.is_file()]
    with Publisher(out, plan_id) as publisher:
        waiting: dict[Path, Output] = {}
        for document in present:
            wanted = _wanted(out, document)
            settled = publisher.settled(wanted.path, wanted.fingerprint)
            if settled is None:
                waiting[document.path] = wanted
            else:
                pdfs.add(settled)
        for path, content in convert(list(waiting), program):
            if content is None:
                pdfs.codes.append(ExitCode.FOUND)
                pdfs.messages.append(
                    _("{file}: LibreOffice không làm được PDF -> mở bằng Word, chọn Lưu thành PDF").format(
                        file=path
                    )
                )
            else:
                wanted = waiting[path]
                pdfs.add(
                    publisher.publish(
                        Output(wanted.path, content, wanted.unit, wanted.kind, wanted.fingerprint)
                    )
                )
    return pdfs


def _wanted(out: Path, document: DocumentResult) -> Output:
    """The PDF still without its bytes; it is up to date as long as the document's bytes are the same."""
    made_from = hashlib.sha256(read_bounded(document.path)).hexdigest()
    path = document.path.relative_to(out).with_suffix(".pdf")
    return Output(path, b"", document.unit, document.kind, f"pdf {made_from}")
