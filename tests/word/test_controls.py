"""Content controls of every level, and what was typed beside them."""

from __future__ import annotations

from kh_docs.word.controls import Control, controls_of

from .small import body, cell, control, dele, ins, p, r, row, table


def found(*blocks: str) -> dict[str, Control]:
    return {each.tag: each for each in controls_of(body(*blocks))}


def test_each_level_is_found_in_reading_order() -> None:
    blocks = body(
        control(p("khối"), "a"),
        table(
            control(row("hàng", "x"), "b"),
            f"<w:tr>{control(cell('ô'), 'c')}</w:tr>",
            row(p(control(r("chữ"), "d"))),
        ),
        control(control(p("trong"), "f"), "e"),
    )
    assert [(each.tag, each.level, each.value, len(each.outer)) for each in controls_of(blocks)] == [
        ("a", "block", "khối", 0),
        ("b", "row", "hàng\tx", 0),
        ("c", "cell", "ô", 0),
        ("d", "run", "chữ", 0),
        ("e", "block", "trong", 0),
        ("f", "block", "trong", 1),
    ]


def test_names_prompts_and_line_breaks() -> None:
    inner = "<w:r><w:t>dòng 1</w:t><w:br/><w:t>dòng 2</w:t></w:r>"
    each = found(p(control(inner, "I5.ky_nay", "Số buổi")))["I5.ky_nay"]
    assert (each.alias, each.placeholder, each.value) == ("Số buổi", False, "dòng 1\ndòng 2")
    blank = found(p(control(r("nhập số"), "x", prompt=True)))["x"]
    assert (blank.placeholder, blank.text, blank.value) == (True, "nhập số", "")


def test_a_control_round_a_blank_one_has_no_value_of_its_own() -> None:
    each = found(control(p("Ngày ", control(r("chọn ngày"), "in", prompt=True)), "out"))
    assert (each["out"].value, each["out"].text) == ("Ngày ", "Ngày chọn ngày")


def test_what_was_typed_beside_it_in_the_cell() -> None:
    blank = control(r("nhập"), "x", prompt=True)
    cells = table(row(p("khoảng ", blank, " 15 buổi"), "khác"))
    assert found(cells)["x"].beside == ("khoảng ", " 15 buổi")
    # A control filled beside it counts, a prompt beside it does not.
    two = table(row(p(control(r("7"), "a"), " / ", blank)))
    assert (found(two)["a"].beside, found(two)["x"].beside) == (("", " / "), ("7 / ", ""))
    # A block control has the rest of its cell; outside of tables a run control has its paragraph.
    whole = table(row(control(p("nhập"), "b", prompt=True) + p("12")))
    assert found(whole)["b"].beside == ("", "12")
    assert found(p("trước"), p("a ", control(r("x"), "c"), " b"))["c"].beside == ("a ", " b")
    assert found(control(p("x"), "d"), p("sau"))["d"].beside == ("", "")


def test_tracked_changes_inside_are_read_as_accepted() -> None:
    each = found(p(control(dele("10") + ins("12"), "x")))["x"]
    assert each.value == "12"


def test_what_was_deleted_has_no_controls() -> None:
    gone = f'<w:del w:id="1" w:author="Lan">{control(r("x"), "a")}</w:del>'
    assert list(found(p(gone), table(row(p(control(r("x"), "b")), mark="del"), row("y")))) == []


def test_asking_for_what_stands_beside_changes_nothing() -> None:
    blocks = body(table(row(p("a ", control(r("x"), "c"), " b"))))
    before = [each.tag for each in blocks.iter()]
    assert [each.beside for each in controls_of(blocks)] == [("a ", " b")]
    assert [each.tag for each in blocks.iter()] == before
