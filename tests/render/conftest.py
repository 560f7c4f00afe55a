"""LibreOffice at work: it saves a file again, and accepts or rejects all tracked changes in it."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

_DECIDE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1"
 script:language="StarBasic">
Sub Decide(source As String, target As String, command As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = &quot;Hidden&quot;
  hidden(0).Value = True
  document = StarDesktop.loadComponentFromURL(source, &quot;_blank&quot;, 0, hidden())
  dispatcher = createUnoService(&quot;com.sun.star.frame.DispatchHelper&quot;)
  dispatcher.executeDispatch(document.CurrentController.Frame, command, &quot;&quot;, 0, Array())
  Dim how(0) As New com.sun.star.beans.PropertyValue
  how(0).Name = &quot;FilterName&quot;
  how(0).Value = &quot;MS Word 2007 XML&quot;
  document.storeToURL(target, how())
  document.close(True)
End Sub
</script:module>
"""
_LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard"
 library:readonly="false" library:passwordprotected="false">
 <library:element library:name="Module1"/></library:library>
"""


class Office:
    """One LibreOffice with a profile of its own."""

    def __init__(self, program: str, profile: Path, new_folder: Callable[[], Path]) -> None:
        self._program, self._profile, self._new_folder = program, profile, new_folder
        self._run("--terminate_after_init")  # its first start would write over our macro
        library = profile / "user" / "basic" / "Standard"
        library.mkdir(parents=True, exist_ok=True)
        (library / "Module1.xba").write_text(_DECIDE, encoding="utf-8")
        (library / "script.xlb").write_text(_LIBRARY, encoding="utf-8")

    def saved(self, data: bytes, ending: str = "docx") -> bytes:
        """The file as LibreOffice saves it."""
        source = self._placed(data)
        self._run("--convert-to", ending, "--outdir", str(source.parent / "saved"), str(source))
        return (source.parent / "saved" / f"a.{ending}").read_bytes()

    def accepted(self, data: bytes) -> bytes:
        """The file after Edit > Track Changes > Accept All."""
        return self._decided(data, ".uno:AcceptAllTrackedChanges")

    def rejected(self, data: bytes) -> bytes:
        """The file after Edit > Track Changes > Reject All."""
        return self._decided(data, ".uno:RejectAllTrackedChanges")

    def _decided(self, data: bytes, command: str) -> bytes:
        source = self._placed(data)
        target = source.with_name("decided.docx")
        arguments = f'"{source.as_uri()}","{target.as_uri()}","{command}"'
        self._run("--norestore", f"macro:///Standard.Module1.Decide({arguments})")
        return target.read_bytes()

    def _placed(self, data: bytes) -> Path:
        source = self._new_folder() / "a.docx"
        source.write_bytes(data)
        return source

    def _run(self, *arguments: str) -> None:
        command = [self._program, f"-env:UserInstallation={self._profile.as_uri()}", "--headless", *arguments]
        subprocess.run(command, capture_output=True, timeout=180)


@pytest.fixture(scope="session")
def office(tool: Callable[[str], str], tmp_path_factory: pytest.TempPathFactory) -> Office:
    """LibreOffice, started once before."""
    profile = tmp_path_factory.mktemp("profile")
    return Office(tool("soffice"), profile, lambda: tmp_path_factory.mktemp("office"))
