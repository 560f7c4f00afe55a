"""What new data mean for a document that somebody saved since: nothing, a new file, or an update."""

from __future__ import annotations

from pathlib import Path

from kh_docs.bounded import read_bounded
from kh_docs.i18n import _, number
from kh_docs.publish import Output, Publisher
from kh_docs.word.refused import Refused


def saved_again(publisher: Publisher, out: Path, path: Path) -> bytes | None:
    """The file at `path` where some program only saved it again; None where it was edited, or in doubt."""
    known = publisher.known(path)
    base = publisher.kept(known.sha256) if known is not None else None
    if base is None:
        return None
    # A run in which nobody has touched anything needs none of it.
    from kh_docs.update import Unfit, same_meaning

    try:
        mine = read_bounded(out / path)
        return mine if same_meaning(base, mine) else None
    except (OSError, Refused, Unfit):  # what cannot be understood is hers
        return None


def without_news() -> str:
    """The reason why an edited file is kept for which the data say nothing new."""
    return _("đã có người sửa; không có dữ liệu mới cho tệp này")


def with_news(reason: str, output: Output, publisher: Publisher) -> str:
    """The reason why an edited file is kept, and what is waiting for it, if anything is."""
    known = publisher.known(output.path)
    base = publisher.kept(known.sha256) if known is not None else None
    if base is None:
        return reason
    from kh_docs.update import Unfit, merge

    try:
        blocks = merge(base, base, output.content, "").blocks
    except Unfit:  # its tables have other columns now: update puts the new version beside it
        return reason
    if not blocks:
        return without_news()
    message = _(
        "đã có người sửa; dữ liệu mới thay đổi {count} đoạn, hàng "
        "-> đưa vào bằng: kh-docs update --district {unit} --kind {kind}"
    )
    return message.format(count=number(blocks), unit=output.unit, kind=output.kind)
