"""What `kh-docs generate` accepts, says, prints as data and ends with."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kh_docs.cli.main import main
from kh_docs.pipeline import generating
from kh_docs.pipeline.request import DocumentResult, Request, Result

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def in_the_checkout(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


def made(status: str, unit: str = "nam-dan", **more: object) -> DocumentResult:
    path = Path(f"out/104-kh-ubnd-2024/{unit}/ke-hoach-{unit}-2024.docx")
    return DocumentResult(unit, "ke-hoach", path, status, **more)  # type: ignore[arg-type]


@pytest.fixture
def pipeline_gives(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[Request]]:
    """Let the pipeline give these documents, and remember what it was asked for."""

    def gives(*documents: DocumentResult, stop_after: int | None = None) -> list[Request]:
        asked: list[Request] = []

        def generate(
            request: Request, on_progress: Callable[[DocumentResult], None], on_made: Callable[[], object]
        ) -> Result:
            asked.append(request)
            for number, document in enumerate(documents):
                if number == stop_after:
                    raise KeyboardInterrupt
                on_progress(document)
            lists = {document.unit: document.path.with_name("can-bo-sung.txt") for document in documents}
            looked = {document.unit: len(document.notes) for document in documents}
            return Result(list(documents), lists, [], to_look_at=looked)

        monkeypatch.setattr(generating, "generate", generate)
        return asked

    return gives


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "cần --district TÊN (một hay nhiều lần), hoặc --all"),
        (["--all", "--district", "Vinh"], "chỉ dùng một trong hai: --district hoặc --all"),
        (["--all", "--date", "2024-02-23"], "--date cần đúng một --kind"),
        (["--all", "--kind", "ke-hoach", "--number", "5"], "--number cần đúng một --district và một --kind"),
        (["--district", "Vinh", "--number", "5"], "--number cần đúng một --district và một --kind"),
        (["--all", "--kind", "ke-hoach", "--date", "2024-02-30"], "“2024-02-30” là ngày không có thật"),
        (["--district", "Vinh", "--kind", "ke-hoach", "--number", "5/KH"], "không phải là số văn bản"),
        (["--all", "--kind", "kehoach"], "không có loại văn bản “kehoach” -> chọn: ke-hoach"),
        (["--district", "Nam Đà"], "không có đơn vị “Nam Đà” -> có phải huyện Nam Đàn"),
        (["--all", "--plan", "105"], "không có kế hoạch “105” -> có: 104-kh-ubnd-2024"),
    ],
)
def test_wrong_use_is_2_and_says_how_to_do_it(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["generate", *arguments]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err


@pytest.mark.parametrize(
    ("statuses", "code"),
    [
        (["written", "unchanged"], 0),
        (["written", "refused"], 1),
        (["written", "kept"], 3),
        (["refused", "kept", "written"], 3),
    ],
)
def test_the_exit_code_is_that_of_the_worst_document(
    statuses: list[str], code: int, pipeline_gives: Callable[..., list[Request]]
) -> None:
    pipeline_gives(*(made(status) for status in statuses))
    assert main(["generate", "--all"]) == code


def test_stdout_holds_only_the_paths_written(
    pipeline_gives: Callable[..., list[Request]], capsys: pytest.CaptureFixture[str]
) -> None:
    pipeline_gives(
        made("written"), made("unchanged", "vinh"), made("kept", "cua-lo", reason="đã có người sửa")
    )
    main(["generate", "--all"])
    out, err = capsys.readouterr()
    assert out == "out/104-kh-ubnd-2024/nam-dan/ke-hoach-nam-dan-2024.docx\n"
    assert "giữ nguyên: out/104-kh-ubnd-2024/cua-lo/ke-hoach-cua-lo-2024.docx: đã có người sửa" in err
    assert err.endswith("Kết quả: đã ghi 1, không đổi 1, giữ nguyên 1.\n")


def test_json_is_one_object_of_a_fixed_shape(
    pipeline_gives: Callable[..., list[Request]], capsys: pytest.CaptureFixture[str]
) -> None:
    pipeline_gives(made("refused", reason="nam-dan.yaml:3: thiếu tên", warnings=("hạn rơi vào ngày nghỉ",)))
    main(["generate", "--district", "nam dan", "--json"])
    assert json.loads(capsys.readouterr().out) == {
        "plan": "104-kh-ubnd-2024",
        "documents": [
            {
                "unit": "nam-dan",
                "kind": "ke-hoach",
                "path": "out/104-kh-ubnd-2024/nam-dan/ke-hoach-nam-dan-2024.docx",
                "status": "refused",
                "warnings": ["nam-dan.yaml:3: thiếu tên", "hạn rơi vào ngày nghỉ"],
            }
        ],
        "overview": None,
    }


@pytest.mark.parametrize("typed", ["2024-02-23", "23/02/2024", "23/2/2024", "23-2-2024"])
def test_a_day_is_taken_as_people_and_programs_write_it(
    typed: str, pipeline_gives: Callable[..., list[Request]]
) -> None:
    asked = pipeline_gives(made("written"))
    assert main(["generate", "--district", "vinh", "--kind", "ke-hoach", "--date", typed]) == 0
    assert asked[0].issued_on == date(2024, 2, 23)


@pytest.mark.parametrize("typed", ["kế hoạch", "Ke_hoach", "KE-HOACH"])
def test_a_kind_is_taken_however_it_is_spelt(
    typed: str, pipeline_gives: Callable[..., list[Request]]
) -> None:
    asked = pipeline_gives(made("written"))
    assert main(["generate", "--district", "vinh", "--kind", typed]) == 0
    assert [recipe.kind for recipe in asked[0].recipes] == ["ke-hoach"]


def test_units_can_be_named_without_the_option(pipeline_gives: Callable[..., list[Request]]) -> None:
    asked = pipeline_gives(made("written"))
    assert main(["generate", "nam dan", "Vinh", "--unit", "Cửa Lò", "--kind", "ke-hoach"]) == 0
    assert [unit.id for unit in asked[0].units] == ["nam-dan", "vinh", "cua-lo"]


def test_the_folder_is_opened_where_there_is_a_desktop(
    pipeline_gives: Callable[..., list[Request]],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened: list[str] = []

    def launch(path: str) -> int:
        opened.append(path)
        return 0

    monkeypatch.setattr("click.launch", launch)
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    for display, said in ((":0", False), ("", True)):
        monkeypatch.setenv("DISPLAY", display)
        pipeline_gives(made("written"))
        assert main(["generate", "nam-dan", "--open", "--out", "o"]) == 0
        assert ("o/104-kh-ubnd-2024/nam-dan" in capsys.readouterr().err) is said
    assert opened == ["o/104-kh-ubnd-2024/nam-dan"]


def test_no_name_is_proposed_where_none_is_near(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["generate", "Hanoi"]) == 2
    assert capsys.readouterr().err == (
        "Lỗi: không có đơn vị “Hanoi” -> xem tên các đơn vị: kh-docs districts\n"
    )


@pytest.mark.parametrize("typed", ["20240223", "23/02/24", "2024-02", "31/4/2024", "hôm nay"])
def test_a_day_that_leaves_room_for_guessing_is_refused(
    typed: str, pipeline_gives: Callable[..., list[Request]], capsys: pytest.CaptureFixture[str]
) -> None:
    assert pipeline_gives(made("written")) == []
    assert main(["generate", "--district", "vinh", "--kind", "ke-hoach", "--date", typed]) == 2
    assert f"“{typed}”" in capsys.readouterr().err


def test_many_documents_end_in_a_table_and_not_in_a_line_each(
    pipeline_gives: Callable[..., list[Request]], capsys: pytest.CaptureFixture[str]
) -> None:
    many = [made("written", f"huyen-{number}", blanks=2) for number in range(20)]
    pipeline_gives(*many, made("kept", "vinh", reason="đã có người sửa", blanks=1))
    assert main(["generate", "--all"]) == 3
    assert capsys.readouterr().err.splitlines() == [
        "giữ nguyên: out/104-kh-ubnd-2024/vinh/ke-hoach-vinh-2024.docx: đã có người sửa",
        "Loại văn bản  đã ghi  giữ nguyên  chỗ phải điền",
        "------------  ------  ----------  -------------",
        "ke-hoach          20           1             41",
        "Kết quả: đã ghi 20, giữ nguyên 1.",
    ]


def test_what_did_not_change_was_warned_of_when_it_was_made(
    pipeline_gives: Callable[..., list[Request]], capsys: pytest.CaptureFixture[str]
) -> None:
    pipeline_gives(made("unchanged", warnings=("hạn rơi vào ngày nghỉ",)))
    assert main(["generate", "--district", "nam dan"]) == 0
    assert "ngày nghỉ" not in capsys.readouterr().err


def test_a_warning_is_said_once_and_what_is_left_to_fill_in_by_unit(
    pipeline_gives: Callable[..., list[Request]], capsys: pytest.CaptureFixture[str]
) -> None:
    units = ("nam-dan", "vinh", "cua-lo", "ky-son")
    pipeline_gives(
        *(
            made("written", unit, warnings=("hạn rơi vào Chủ nhật",), blanks=7, notes=("G01: …",))
            for unit in units
        )
    )
    main(["generate", "--all"])
    err = capsys.readouterr().err
    assert err.count("hạn rơi vào Chủ nhật [4 đơn vị]") == 1
    assert (
        "vinh: 7 chỗ phải điền, 1 điều nên xem trước khi trình ký: out/104-kh-ubnd-2024/vinh/can-bo-sung.txt"
        in err
    )


def test_an_interrupted_run_says_what_is_done_and_what_is_left(
    pipeline_gives: Callable[..., list[Request]], capsys: pytest.CaptureFixture[str]
) -> None:
    pipeline_gives(made("written"), made("written", "vinh"), stop_after=1)
    assert main(["generate", "--district", "Vinh", "--district", "Nam Đàn", "--kind", "ke-hoach"]) == 130
    assert "xong 1 văn bản, còn 1" in capsys.readouterr().err


def test_the_request_holds_what_was_typed(pipeline_gives: Callable[..., list[Request]]) -> None:
    asked = pipeline_gives()
    arguments = (
        "--district H.Nam-Dan --kind ke-hoach --date 2024-02-22 --number 5 --out van-ban --jobs 2 --dry-run"
    )
    assert main(["generate", *arguments.split()]) == 0
    request = asked[0]
    assert [unit.id for unit in request.units] == ["nam-dan"]
    assert [recipe.stem for recipe in request.recipes] == ["ke-hoach"]
    assert (str(request.issued_on), request.number) == ("2024-02-22", "05")
    assert (request.out, request.jobs, request.dry_run) == (Path("van-ban"), 2, True)


def test_a_unit_named_twice_is_made_once(pipeline_gives: Callable[..., list[Request]]) -> None:
    asked = pipeline_gives()
    main(["generate", "--district", "Thái Hoà", "--district", "TX. THÁI HÒA"])
    assert [unit.id for unit in asked[0].units] == ["thai-hoa"]


def test_a_fault_of_our_own_is_4_without_a_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_arguments: object) -> Result:
        raise ZeroDivisionError("lỗi thử")

    monkeypatch.setattr(generating, "generate", broken)
    assert main(["generate", "--all"]) == 4
    err = capsys.readouterr().err
    assert "Lỗi của chính chương trình: ZeroDivisionError: lỗi thử" in err
    assert "Traceback" not in err
    assert main(["--debug", "generate", "--all"]) == 4
    assert "Traceback" in capsys.readouterr().err
