"""One run at a time: who is refused, and who takes over."""

import errno
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from kh_docs.errors import EnvironmentFault
from kh_docs.publish import Publisher

if TYPE_CHECKING:
    from .conftest import Desk

SINCE = r"\d\d:\d\d:\d\d \d\d/\d\d/\d{4}"
HOLD = """
import sys
from pathlib import Path
from kh_docs.publish import Publisher
with Publisher(Path(sys.argv[1]), "104-kh"):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def other_run(desk: "Desk") -> "Iterator[subprocess.Popen[str]]":
    """Another process that is publishing into the same folder."""
    command = [sys.executable, "-c", HOLD, str(desk.out)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, env=environment) as run:
        assert run.stdout
        assert run.stdout.readline() == "held\n"
        yield run
        run.kill()


def test_a_second_run_is_refused(desk: "Desk", other_run: "subprocess.Popen[str]") -> None:
    refusal = rf"^{desk.folder}: đang có lần chạy khác \(mã tiến trình {other_run.pid}, từ {SINCE}\) -> đợi"
    with pytest.raises(EnvironmentFault, match=refusal):
        desk.run(vinh=b"one")
    assert desk.files().keys() == {".kh-docs-lock"}


def test_the_lock_of_a_dead_run_is_taken_over(desk: "Desk", other_run: "subprocess.Popen[str]") -> None:
    other_run.send_signal(signal.SIGKILL)
    other_run.wait()
    assert (desk.folder / ".kh-docs-lock").exists()
    assert desk.statuses(vinh=b"one") == ["written"]
    assert not (desk.folder / ".kh-docs-lock").exists()


def test_a_finished_run_leaves_no_lock(desk: "Desk", other_run: "subprocess.Popen[str]") -> None:
    other_run.communicate()
    assert desk.files() == {}
    assert desk.statuses(vinh=b"one") == ["written"]


@pytest.mark.parametrize("content", [b"", b"12345", b"{}", b"\xff"])
def test_a_lock_file_with_any_content_is_taken_over(desk: "Desk", content: bytes) -> None:
    desk.folder.mkdir(parents=True)
    (desk.folder / ".kh-docs-lock").write_bytes(content)
    assert desk.statuses(vinh=b"one") == ["written"]


def test_another_plan_is_not_locked(desk: "Desk", other_run: "subprocess.Popen[str]") -> None:
    with Publisher(desk.out, "105-kh"):
        assert other_run.poll() is None


def test_a_dry_run_needs_no_lock(desk: "Desk", other_run: "subprocess.Popen[str]") -> None:
    assert [result.status for result in desk.rehearse(vinh=b"one")] == ["written"]
    assert other_run.poll() is None


def test_one_process_cannot_lock_twice(desk: "Desk") -> None:
    with Publisher(desk.out, "104-kh"):
        holder = rf"\(mã tiến trình {os.getpid()}, từ {SINCE}\)"
        with pytest.raises(EnvironmentFault, match=f"đang có lần chạy khác {holder}"):
            desk.run(vinh=b"one")
        with pytest.raises(EnvironmentFault):
            desk.run(vinh=b"one")
    assert desk.statuses(vinh=b"one") == ["written"]


def test_one_process_may_publish_two_plans_and_into_two_folders(desk: "Desk") -> None:
    with (
        Publisher(desk.out, "104-kh"),
        Publisher(desk.out, "105-kh"),
        Publisher(desk.out.with_name("other"), "104-kh") as other,
    ):
        assert other.publish(desk.output("vinh", b"one")).status == "written"


def test_a_disk_that_cannot_lock_is_refused(desk: "Desk", monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_descriptor: int) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr("kh_docs.publish.lock._seize", refuse)
    with pytest.raises(EnvironmentFault, match=f"^{desk.folder}: ổ đĩa này không khóa được tệp -> chọn"):
        desk.run(vinh=b"one")


def test_children_do_not_keep_the_lock_of_a_dead_parent(desk: "Desk") -> None:
    if os.name == "nt":
        pytest.skip("NOT RUN: Windows has no fork")
    ready, tell = os.pipe()
    parent = os.fork()
    if parent == 0:
        Publisher(desk.out, "104-kh").__enter__()
        worker = os.fork()
        if worker == 0:
            signal.pause()
        os.write(tell, b"%d" % worker)
        signal.pause()
    worker = int(os.read(ready, 20))
    os.kill(parent, signal.SIGKILL)
    os.waitpid(parent, 0)
    try:
        assert desk.statuses(vinh=b"one") == ["written"]
    finally:
        os.kill(worker, signal.SIGKILL)
