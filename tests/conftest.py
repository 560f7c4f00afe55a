"""What all tests share: goldens and their update, the plan as read, tools that CI must have."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from kh_docs.cli.main import main
from kh_docs.i18n import set_language
from kh_docs.model.book import Book
from kh_docs.reading.book import load
from kh_docs.reading.typed import Collector
from kh_docs.reading.units import read_catalogue
from kh_docs.reading.workspace import find_workspace

ROOT = Path(__file__).parents[1]

# How long an example takes says how busy the machine is, not what is wrong.
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="rewrite the goldens; read the diff before you commit"
    )


# What takes many seconds, or asks LibreOffice or the SDK: only run where a mark is named, as CI does.
LONG = (
    "tests/ooxml/",
    "tests/render/",
    "tests/cli/test_one_language.py::",
    "tests/cli/test_same_bytes.py::",
    "tests/cli/test_unreadable.py::",
    "tests/cli/test_way_back.py::",
    "tests/cli/test_odd_input.py::test_data",
    "tests/cli/test_data.py::test_it_knows_the_plan",
    "tests/cli/test_files_of_others.py::test_only_regular",
    "tests/cli/test_more_files_of_others.py::test_whatever",
    "tests/cli/test_schemas.py::",
    "tests/cli/test_what_the_system_refuses.py::",
    "tests/cli/test_plan_diff.py::test_a_plan_that_printed",
    "tests/cli/test_plan_diff.py::test_what_did_not_change",
    "tests/cli/test_plan_meant.py::test_a_begun",
    "tests/cli/test_whole_plans.py::",
    "tests/check/test_facts.py::test_nothing_contradicts_in_our_own_documents",
    "tests/check/test_facts_changed.py::test_nor",
    "tests/check/test_long_paragraphs.py::",
    "tests/check/test_hostile.py::test_any_mutated_document_is_judged_or_refused",
    "tests/check/test_our_documents.py::test_each_damage_breaks_the_same_rule_in_every_kind",
    "tests/returns/test_left_out.py::",
    "tests/returns/test_recount.py::",
    "tests/returns/test_recalculated.py::",
    "tests/documents/test_alone.py::test_no_list",
    "tests/documents/test_bodies.py::test_named_in",
    "tests/documents/test_nothing_asked_in_vain.py::test_other_answers",
    "tests/pipeline/test_not_forked.py::",
    "tests/pipeline/test_reading_files.py::test_workers_that_are_not_forked",
    "tests/pipeline/test_reading_files.py::test_memory_does_not_grow",
    "tests/pipeline/test_bad_layouts.py::test_doctor_says",
    "tests/pipeline/test_gate.py::test_a_damaged",
    "tests/pipeline/test_gate.py::test_where_a_citation",
    "tests/pipeline/test_never_ending.py::test_the_command_stops",
    "tests/pipeline/test_never_ending.py::test_a_layout",
    "tests/pipeline/test_seen_before.py::",
    "tests/publish/test_every_step.py::",
    "tests/publish/test_faults.py::test_two_edits_while_we_publish_are_both_kept",
    "tests/returns/test_every_way.py",
    "tests/returns/test_from_lists.py",
    "tests/returns/test_taking_all_back.py::test_all_comes_back",
    "tests/returns/test_flat_memory.py::",
    "tests/returns/test_judging.py",
    "tests/returns/test_libreoffice.py",
    "tests/returns/test_whose.py::test_of_a_form",
    "tests/sheets/test_agreeing.py::test_whatever",
    "tests/sheets/test_reliability.py::test_460_communes_take_seconds_not_minutes",
    "tests/sheets/test_words_stay_words.py::test_of_data",
    "tests/sheets/test_more_hostile_workbooks.py::test_no_workbook",
    "tests/sheets/test_unknown_answers.py::",
    "tests/sheets/test_as_clerks_do.py::test_saved_by_libreoffice_it_says_the_same",
    "tests/update/test_properties.py",
    "tests/update/test_strangers.py",
    "tests/test_patterns.py::test_what_one_run",
    "tests/test_patterns.py::test_each_is",
)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.nodeid.startswith(LONG):
            item.add_marker("long")


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """A file made on the spot holds the second in which it was: two workers would know two tests by it."""
    return argname if isinstance(val, bytes) and len(val) > 40 else None


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--update-golden") and os.environ.get("CI"):
        raise pytest.UsageError("CI compares with the goldens, it never writes them")


@pytest.fixture(autouse=True)
def vietnamese() -> None:
    """Every test starts in the language of the source texts."""
    set_language("vi")


@pytest.fixture(scope="session")
def book() -> Book:
    """The checkout's plan, read once; it is frozen, so that tests can share it."""
    return load(find_workspace(ROOT))


@pytest.fixture(scope="session")
def book_of_2026(book: Book) -> Book:
    """The same with the units of 2026: 130 communes, no districts."""
    collector = Collector(ROOT)
    found = read_catalogue(ROOT / "data" / "units", date(2026, 1, 15), collector)
    assert collector.problems == []
    return book.replace(units=found.units, former=found.former, local={})


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with golden/<name> beside the test; `pytest --update-golden` rewrites it."""

    def compare(name: str, actual: str) -> None:
        path = request.path.parent / "golden" / name
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(exist_ok=True)
            path.write_text(actual, encoding="utf-8", newline="\n")
        assert path.is_file(), f"no golden {path}; write it with: pytest --update-golden"
        assert actual == path.read_text(encoding="utf-8")

    return compare


@pytest.fixture(scope="session")
def tool() -> Callable[[str], str]:
    """The path of a program a test needs: without it the test is skipped aloud, in CI it fails."""

    def find(name: str) -> str:
        if found := shutil.which(name):
            return found
        message = f"{name} is not installed, so nothing was checked"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)

    return find


# Inland with a target of its own, a city with wards, a border district with many communes, a coastal town
# that ceases to be one during the year.
SAMPLED_UNITS = ("nam-dan", "vinh", "ky-son", "cua-lo")


@pytest.fixture(scope="session")
def sampled_documents(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """All kinds of some units, in both forms of the inspection minutes, by file name."""
    from kh_docs.facts.offering import offered
    from kh_docs.model.kinds import recipe
    from kh_docs.pipeline.generating import generate
    from kh_docs.pipeline.request import Request
    from kh_docs.reading.book import load
    from kh_docs.reading.workspace import find_workspace

    workspace = find_workspace(ROOT)
    book = load(workspace)
    units = tuple(book.units[unit] for unit in SAMPLED_UNITS)
    out = tmp_path_factory.mktemp("out")
    made: dict[str, Path] = {}
    for recipes in (offered(book), (recipe("phieu-kiem-tra", "district"),)):
        request = Request(workspace, book, units, recipes, out, jobs=1)
        for document in generate(request, lambda _document: None).documents:
            assert document.status == "written", document.reason
            made[document.path.name] = document.path
    return made


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace to write in, with no district's data, and the current folder."""
    shutil.copytree(ROOT / "data", tmp_path / "data", ignore=shutil.ignore_patterns("districts"))
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(workspace: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """The command as a clerk runs it: exit code, stdout, stderr."""

    def call(*arguments: str) -> tuple[int, str, str]:
        code = main(list(arguments))
        out, err = capsys.readouterr()
        return code, out, err

    return call
