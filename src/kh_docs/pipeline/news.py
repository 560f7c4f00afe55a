"""What new data would change in a document that somebody has edited, and which command brings it in."""

from __future__ import annotations

from kh_docs.i18n import _, number
from kh_docs.publish import Output, Publisher


def with_news(reason: str, output: Output, publisher: Publisher) -> str:
    """The reason why an edited file is kept, and what is waiting for it, if anything is."""
    known = publisher.known(output.path)
    base = publisher.kept(known.sha256) if known is not None else None
    if base is None:
        return reason
    # A run in which nobody has edited anything needs none of it.
    from kh_docs.update import Unfit, merge

    try:
        blocks = merge(base, base, output.content, "").blocks
    except Unfit:  # its tables have other columns now: update puts the new version beside it
        return reason
    if not blocks:
        return reason
    message = _(
        "đã có người sửa; dữ liệu mới thay đổi {count} đoạn, hàng "
        "-> đưa vào bằng: kh-docs update --district {unit} --kind {kind}"
    )
    return message.format(count=number(blocks), unit=output.unit, kind=output.kind)
