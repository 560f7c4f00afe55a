"""Tables of communes whose rows decide a figure: what is unclear is asked about, never taken for nought."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kh_docs.facts.adding_up import added, sources
from kh_docs.model.book import Book

from .clerk import Form
from .conftest import KIND, of

Sent = Callable[..., Path]
Collect = Callable[..., dict[str, Any]]
Run = Callable[..., tuple[int, str, str]]
REGISTERED, KEPT, RECOGNISED, AREAS = (
    "xa_dang_ky_dien_hinh",
    "so_lieu_xa.dang_ky_ma_tuy",
    "xa_giu_sach_ma_tuy",
    "tong_khu_dan_cu",
)


def codes(form: Form, name: str) -> list[str]:
    return sorted(tag.rpartition(".")[2] for tag in form.all_tags() if tag.startswith(f"{name}.xa."))


def said(form: Form, name: str, texts: list[str]) -> None:
    """Each commune in turn says the next of `texts`, the last of them the rest."""
    middle = "" if "." in name else ".xa"
    for number, code in enumerate(codes(form, REGISTERED)):
        form.fill(f"{name}{middle}.{code}", texts[min(number, len(texts) - 1)])


def value(found: dict[str, Any], name: str) -> Any:
    return of(found, "nam-dan")["values"][f"{name}.ky_nay"]["value"]


@pytest.mark.parametrize(
    ("name", "total", "texts", "asked"),
    [
        (REGISTERED, REGISTERED, ["2024", "Có"], "ghi một trong: Có, Không"),
        (REGISTERED, REGISTERED, ["x", "Không"], "ghi một trong: Có, Không"),
        (AREAS, AREAS, ["mười hai", "9"], "ghi một số"),
    ],
)
def test_what_is_not_understood_is_asked_and_not_counted(
    name: str, total: str, texts: list[str], asked: str, sent: Sent, collected: Collect
) -> None:
    sent("nam-dan", lambda form: said(form, name, texts))
    found = collected()
    assert value(found, total) is None
    assert found["totals"][f"{total}.ky_nay"]["units"] == 0
    (question,) = [each for each in of(found, "nam-dan")["questions"] if texts[0] in each["raw"]]
    assert asked in question["message"]
    # The one commune is named.
    assert f"“{texts[0]}” (" in question["message"]


@pytest.mark.parametrize("words", [("Giữ sạch", "Làm sạch"), ("Giữ", "Làm mới"), ("giu sach", "LÀM SẠCH")])
def test_words_of_older_forms_mean_the_same(words: tuple[str, str], sent: Sent, collected: Collect) -> None:
    keep, make = words

    def fill(form: Form) -> None:
        said(form, KEPT, [make, make, make, keep])
        said(form, RECOGNISED, ["Có", "Không", "Có"])

    sent("nam-dan", fill)
    found = collected()
    assert value(found, "xa_sach_ma_tuy_moi_2024") == 2
    assert value(found, "xa_da_cong_nhan_sach_ma_tuy") == 18
    assert not of(found, "nam-dan")["questions"]


def test_a_table_whose_heads_were_other_words_is_read_by_its_rows(sent: Sent, collected: Collect) -> None:
    """An older form on the way through a program that takes controls away."""

    def fill(form: Form) -> None:
        said(form, AREAS, ["2", "3"])
        (head,) = [text for text in form.root.iter("{*}t") if text.text == "Đăng ký điển hình mới"]
        head.text = "Đăng ký điển hình"
        form.drop_controls()

    sent("nam-dan", fill)
    assert value(collected(), AREAS) == 2 + 18 * 3


def test_one_of_which_it_is_open_what_it_counts_as_leaves_the_sum_open(
    sent: Sent, collected: Collect
) -> None:
    """Recognised, but nobody says whether it was clean before."""

    def fill(form: Form) -> None:
        said(form, RECOGNISED, ["Có"])
        for code in codes(form, REGISTERED)[1:]:
            form.fill(f"{KEPT}.{code}", "Giữ sạch")

    sent("nam-dan", fill)
    found = collected()
    assert value(found, "xa_sach_ma_tuy_moi_2024") is None
    assert value(found, "xa_da_cong_nhan_sach_ma_tuy") == 19


def test_a_share_is_worked_out_from_what_is_told(sent: Sent, collected: Collect) -> None:
    """Nobody writes it: its cell is locked, in an older form it was white."""
    share = "ty_le_xa_dien_hinh"

    def fill(form: Form) -> None:
        assert form.control(f"{share}.ky_nay").findtext(".//{*}t") == "tự tính"
        form.fill("xa_dien_hinh_duy_tri.ky_nay", "4")
        said(form, "xa_dat_dien_hinh_moi", ["Đạt", "Chưa đạt"])

    sent("nam-dan", fill)
    found = collected()
    # 4 and 1 of 19.
    assert value(found, share) == 26.3
    assert not of(found, "nam-dan")["questions"]


def test_no_column_takes_words_for_nought(book: Book) -> None:
    """Whatever list of either report decides a figure: a word that no choice is leaves it open."""
    for kind in (KIND, "bao-cao-nam"):
        for name, source in sources(book, kind).items():
            whole = {each.id: (each.choices or ("3",))[0] for each in source.columns}
            assert added(source, [whole]), name
            for column in source.columns:
                if column.choices or column.total == "sum":
                    assert added(source, [{**whole, column.id: "không rõ"}]) == "", (name, column.id)


def test_import_takes_choices_only(run: Run, sent: Sent) -> None:
    def fill(form: Form) -> None:
        first, second, third, *_rest = codes(form, REGISTERED)
        form.fill(f"{REGISTERED}.xa.{first}", "đăng ký từ 2023")
        form.fill(f"{KEPT}.{second}", "Làm mới")
        form.fill(f"{KEPT}.{third}", "năm sau")

    path = sent("nam-dan", fill)
    code, out, err = run("data", "import", str(path), "--dry-run")
    assert code == 1
    assert "“đăng ký từ 2023” không có trong danh sách; chọn một trong: Có, Không" in err
    assert "“năm sau” không có trong danh sách" in err
    assert out.count("Làm sạch") == 1
