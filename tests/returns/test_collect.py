"""Forms that come back are read cell by cell, whatever people did to them, and added up."""

from __future__ import annotations

import os
import random
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kh_docs.model.book import Book

from .clerk import WAYS, Form
from .conftest import of

Run = Callable[..., tuple[int, str, str]]


def numbers(book: Book, unit: str = "nam-dan") -> list[str]:
    """The cells of this period in which any unit counts something."""
    return [
        f"{item.id}.ky_nay"
        for item in book.indicators.indicators
        if item.core
        and "6-thang" in item.periods
        and item.type in ("n", "m")
        and not item.target_only
        and not item.choices
        # Printed in the form.
        and item.id != "tong_don_vi_cap_xa"
        and item.applies.everyone
        and not item.era.from_day
        and item.adds is None
    ]


@pytest.mark.parametrize("seed", range(3))
def test_what_is_filled_in_comes_back_and_nothing_else(
    seed: int, sent: Callable[..., Path], collected: Callable[..., dict[str, Any]], book: Book
) -> None:
    luck = random.Random(seed)
    keys = luck.sample(numbers(book), 30)
    given = {key: luck.choice((0, luck.randrange(1, 100), luck.randrange(1000, 90000))) for key in keys}

    def fill(form: Form) -> None:
        for key, number in given.items():
            form.fill(key, f"{number:,}".replace(",", "."), luck.choice(WAYS))
        if seed == 2:
            form.drop_tags()

    sent("nam-dan", fill)
    values = of(collected(), "nam-dan")["values"]
    assert {key: values[key]["value"] for key in keys} == given
    assert {values[key]["state"] for key in keys} == {"number"}
    assert {values[key]["state"] for key in numbers(book) if key not in given} == {"blank"}
    assert values["tong_don_vi_cap_xa.ky_nay"]["value"] == 19


DRUG_MODEL = "xa_co_mo_hinh_phong_chong_ma_tuy"


@pytest.mark.parametrize(("typed", "contradicts"), [("", False), ("18", False), ("19", True)])
def test_what_the_communes_say_is_the_figure_of_the_unit(
    typed: str,
    contradicts: bool,
    sent: Callable[..., Path],
    collected: Callable[..., dict[str, Any]],
    book: Book,
) -> None:
    """18 of 19 communes say “Có”: no other place asks for it, and another figure typed there is told of."""
    codes = [commune.code for commune in book.units["nam-dan"].children]

    def fill(form: Form) -> None:
        for number, code in enumerate(codes):
            form.fill(f"{DRUG_MODEL}.xa.{code}", "Có" if number else "Không")
        if typed:
            form.fill(f"{DRUG_MODEL}.ky_nay", typed)

    sent("nam-dan", fill)
    found = of(collected(), "nam-dan")
    value = found["values"][f"{DRUG_MODEL}.ky_nay"]
    assert (value["state"], value["value"]) == ("number", int(typed or "18"))
    told = [each["message"] for each in found["conflicts"]]
    assert any("hai nơi ghi khác nhau: 19 và 18" in message for message in told) is contradicts


def test_a_list_that_is_not_complete_gives_no_figure(
    sent: Callable[..., Path], collected: Callable[..., dict[str, Any]], book: Book
) -> None:
    first = book.units["nam-dan"].children[0].code
    sent("nam-dan", lambda form: form.fill(f"{DRUG_MODEL}.xa.{first}", "Có"))
    assert of(collected(), "nam-dan")["values"][f"{DRUG_MODEL}.ky_nay"]["state"] == "blank"


def test_blank_is_never_nought(sent: Callable[..., Path], collected: Callable[..., dict[str, Any]]) -> None:
    sent("nam-dan", lambda form: form.fill("so_buoi_tuyen_truyen.ky_nay", "0"))
    sent("vinh", lambda form: form.fill("luot_nguoi_tuyen_truyen.ky_nay", "15.250"))
    found = collected()
    assert of(found, "nam-dan")["values"]["so_buoi_tuyen_truyen.ky_nay"]["value"] == 0
    assert of(found, "vinh")["values"]["so_buoi_tuyen_truyen.ky_nay"]["value"] is None
    assert found["totals"]["so_buoi_tuyen_truyen.ky_nay"] == {"value": 0, "units": 1, "of": 21}
    assert found["totals"]["luot_nguoi_tuyen_truyen.ky_nay"] == {"value": 15250, "units": 1, "of": 21}


def test_what_can_be_read_in_two_ways_is_asked_about_and_not_added(
    sent: Callable[..., Path], collected: Callable[..., dict[str, Any]]
) -> None:
    sent("nam-dan", lambda form: form.fill("so_buoi_tuyen_truyen.ky_nay", "1,120"))
    found = collected()
    (question,) = of(found, "nam-dan")["questions"]
    assert (question["raw"], "1120" in question["message"]) == ("1,120", True)
    assert found["totals"]["so_buoi_tuyen_truyen.ky_nay"]["value"] is None


def test_a_figure_beside_one_that_is_printed_is_asked_about(
    sent: Callable[..., Path], collected: Callable[..., dict[str, Any]]
) -> None:
    """19 communes are printed; “0” typed behind them must not make 190."""
    sent("nam-dan", lambda form: form.fill("tong_don_vi_cap_xa.ky_nay", "0", "beside"))
    found = collected()
    (question,) = of(found, "nam-dan")["questions"]
    assert question["raw"] == "19 / 0"
    assert found["totals"]["tong_don_vi_cap_xa.ky_nay"]["units"] == 0


def test_copied_rows_count_once_and_a_deleted_one_is_told(
    sent: Callable[..., Path], collected: Callable[..., dict[str, Any]]
) -> None:
    def fill(form: Form) -> None:
        form.fill("so_buoi_tuyen_truyen.ky_nay", "12")
        form.copy_row("so_buoi_tuyen_truyen.ky_nay")
        form.delete_row("luot_nguoi_tuyen_truyen.ky_nay")

    sent("nam-dan", fill)
    found = of(collected(), "nam-dan")
    assert found["values"]["so_buoi_tuyen_truyen.ky_nay"]["value"] == 12
    assert any("tính một lần" in question["message"] for question in found["questions"])
    assert any(question["where"].startswith("F2 ") for question in found["questions"])


def test_two_figures_for_one_thing_are_not_added(
    sent: Callable[..., Path], collected: Callable[..., dict[str, Any]]
) -> None:
    def fill(form: Form) -> None:
        form.copy_row("so_buoi_tuyen_truyen.ky_nay")
        form.fill("so_buoi_tuyen_truyen.ky_nay", "12")
        next_row = form.row("so_buoi_tuyen_truyen.ky_nay").getnext()
        assert next_row is not None
        other = Form.__new__(Form)
        other.root = next_row
        other.fill("so_buoi_tuyen_truyen.ky_nay", "21")

    sent("nam-dan", fill)
    found = collected()
    assert found["totals"]["so_buoi_tuyen_truyen.ky_nay"]["value"] is None
    assert any("“12”" in question["message"] for question in of(found, "nam-dan")["questions"])


def test_files_that_are_no_return_are_set_aside_and_the_rest_is_read(
    sent: Callable[..., Path], collected: Callable[..., dict[str, Any]], workspace: Path, run: Run
) -> None:
    sent("nam-dan", lambda form: form.fill("so_buoi_tuyen_truyen.ky_nay", "12"))
    sent("ky-son", lambda form: None)
    sent("cua-lo", lambda form: form.fill("so_buoi_tuyen_truyen.ky_nay", "1"), kind="bao-cao-nam")
    neighbour = sent("vinh", lambda form: form.fill("so_buoi_tuyen_truyen.ky_nay", "3"))
    text = neighbour.read_bytes()
    form = Form(text)
    for place in form.root.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"):
        if place.text and "THÀNH PHỐ VINH" in place.text:
            place.text = place.text.replace("THÀNH PHỐ VINH", "HUYỆN DIỄN CHÂU")
    neighbour.write_bytes(form.saved())
    (workspace / "in" / "hong.docx").write_bytes(text[:3000])
    (workspace / "in" / "bao-cao-tan-ky.pdf").write_bytes(b"%PDF-1.4")
    (workspace / "in" / "~$nam-dan.docx").write_bytes(b"Word's mark")
    found = collected()
    assert {Path(file["path"]).name: file["status"] for file in found["files"]} == {
        "nam-dan.docx": "read",
        "ky-son.docx": "foreign",
        "cua-lo.docx": "foreign",
        "vinh.docx": "foreign",
        "hong.docx": "unreadable",
        "bao-cao-tan-ky.pdf": "unreadable",
    }
    reasons = {Path(file["path"]).name: file["reason"] for file in found["files"]}
    assert reasons["ky-son.docx"] == "mẫu chưa điền gì"
    assert "thành phố Vinh" in reasons["vinh.docx"]
    assert "huyện Diễn Châu" in reasons["vinh.docx"]
    assert of(found, "nam-dan")["state"] == "received"
    assert of(found, "tan-ky")["state"] == "unreadable"
    assert {of(found, unit)["state"] for unit in ("ky-son", "vinh", "dien-chau", "cua-lo")} == {"missing"}
    # 13/6 is the last day: trước ngày 14/6.
    assert of(found, "vinh")["days_late"] == 7


def test_an_amended_return_replaces_the_earlier_one(
    sent: Callable[..., Path], collected: Callable[..., dict[str, Any]]
) -> None:
    old = sent("vinh", lambda form: form.fill("so_buoi_tuyen_truyen.ky_nay", "3"), "vinh.docx")
    new = sent("vinh", lambda form: form.fill("so_buoi_tuyen_truyen.ky_nay", "5"), "vinh (1).docx")
    day = 1718150400  # 12/6/2024
    os.utime(old, (day, day))
    os.utime(new, (day + 5 * 86400, day + 5 * 86400))
    found = collected()
    vinh = of(found, "vinh")
    assert (vinh["version"], vinh["file"], vinh["days_late"]) == (2, "in/vinh (1).docx", 0)
    assert vinh["values"]["so_buoi_tuyen_truyen.ky_nay"]["value"] == 5
    assert {file["status"] for file in found["files"]} == {"read", "superseded"}


def test_archives_are_read_and_inputs_never_changed(
    sent: Callable[..., Path], collected: Callable[..., dict[str, Any]], workspace: Path
) -> None:
    path = sent("vinh", lambda form: form.fill("so_buoi_tuyen_truyen.ky_nay", "3"))
    with zipfile.ZipFile(workspace / "in" / "thanh-pho.zip", "w") as archive:
        archive.write(path, "gửi tỉnh/vinh.docx")
    path.unlink()
    before = (workspace / "in" / "thanh-pho.zip").read_bytes()
    found = collected()
    assert of(found, "vinh")["file"] == "in/thanh-pho.zip/gửi tỉnh/vinh.docx"
    assert (workspace / "in" / "thanh-pho.zip").read_bytes() == before


def test_parts_that_exceed_their_whole_are_told_with_both_places(
    sent: Callable[..., Path], collected: Callable[..., dict[str, Any]]
) -> None:
    def fill(form: Form) -> None:
        form.fill("nguon_tin_co_gia_tri.ky_nay", "199")
        form.fill("nguon_tin_nhan_dan_cung_cap.ky_nay", "50")

    sent("nam-dan", fill)
    (conflict,) = of(collected(), "nam-dan")["conflicts"]
    assert conflict["a"].startswith("P2 ")
    assert conflict["b"].startswith("P1 ")
    assert "199 và 50" in conflict["message"]
