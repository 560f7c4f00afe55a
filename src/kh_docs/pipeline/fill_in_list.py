"""`can-bo-sung-….txt`: what the clerk still has to write, by document and place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kh_docs.documents.controls import Missing
from kh_docs.model.book import Book
from kh_docs.model.units import Unit
from kh_docs.reading.local_places import FOLDER, SHARED

# This file is printed and kept with the documents: Vietnamese whatever --lang says.
HEAD = """CẦN BỔ SUNG - {unit}
Các chỗ còn trống trong văn bản thực hiện {plan}.
Điền thẳng vào ô trong Word (bấm vào dòng chấm rồi gõ), hoặc nhập vào data/districts/{plan_id}/{id}.yaml
(người ký vào data/{shared}/{id}.yaml, dùng cho mọi kế hoạch; có ở cả hai tệp thì lấy ở tệp thứ nhất)
rồi chạy lại lệnh.
Số và ngày của văn bản để trống cho đến khi ký.
"""
PROPOSED = """ĐỀ XUẤT CHƯA DUYỆT: {count} giá trị do chương trình đọc từ kế hoạch của tỉnh, văn bản đã dùng
Đối chiếu từng giá trị với nguyên văn; đúng thì chạy: kh-docs plan approve --plan {plan} MÃ"""
DOUBTS = "CẦN ĐỐI CHIẾU BẢN GỐC: {count} căn cứ"
JUDGED = "ĐỀ XUẤT, CẦN THỐNG NHẤT: {count} chỗ kế hoạch của tỉnh không nêu, văn bản đã dùng giá trị đề xuất"
NOTES = "LƯU Ý: những chỗ kế hoạch của tỉnh chưa rõ và cách văn bản đã viết"
SEEN = "LƯU Ý: như đã nêu ở trên: {notes}"


def fill_in_list(
    book: Book,
    unit: Unit,
    missing: Mapping[str, Sequence[Missing]],
    notes: Mapping[str, Sequence[str]],
    proposed: Sequence[str] = (),
    doubts: Sequence[str] = (),
    judged: Sequence[str] = (),
) -> str:
    """What has to be compared and agreed on; then each document, the first due first: its blanks, its notes.

    A note that touches several documents, “G08: …”, is written out with the first, and named with the others.
    """
    plan = f"{book.head.kind} số {book.head.number}/{book.head.symbol}"
    sections = [
        HEAD.format(
            unit=unit.full_name.upper(),
            plan=plan,
            plan_id=book.head.id,
            id=unit.id,
            shared=SHARED.get(book.level, FOLDER),
        )
    ]
    for head, lines in ((DOUBTS, doubts), (JUDGED, judged)):
        if lines:
            sections.append("\n".join([head.format(count=len(lines)), *(f"  - {each}" for each in lines)]))
    if proposed:
        head = PROPOSED.format(count=len(proposed), plan=book.head.id)
        sections.append("\n".join([head, *(f"  - {each}" for each in proposed)]))
    seen: set[str] = set()
    for name, items in missing.items():
        places: dict[str, list[str]] = {}
        for item in items:
            rows = f" ({item.rows} dòng)" if item.rows > 1 else ""
            places.setdefault(item.place, []).append(f"{item.title}{rows}")
        lines = [f"{name}: {sum(item.rows for item in items)} chỗ"]
        for place, titles in places.items():
            lines.append(f"  {place}")
            lines += [f"    - {title}" for title in titles]
        lines += _notes(notes.get(name, ()), seen)
        sections.append("\n".join(lines))
    return "\n\n".join(section.rstrip() for section in sections) + "\n"


def _notes(notes: Sequence[str], seen: set[str]) -> Iterator[str]:
    """The notes of one document; those that an earlier one has told are only named."""
    if new := [note for note in notes if note not in seen]:
        yield f"  {NOTES}"
        yield from (f"    - {note}" for note in new)
    if told := [note.partition(":")[0] for note in notes if note in seen]:
        yield f"  {SEEN.format(notes=', '.join(told))}"
    seen.update(notes)
