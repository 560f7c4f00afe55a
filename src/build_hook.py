"""What hatchling does besides packing: compile the catalogues, ship data/ and templates/ in the wheel."""

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class BuildHook(BuildHookInterface):  # type: ignore[type-arg]  # hatchling leaves its own configuration untyped
    """Found by hatchling through pyproject.toml, [tool.hatch.build.hooks.custom]."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        for source in sorted(Path(self.root, "src/kh_docs/locale").glob("*/LC_MESSAGES/*.po")):
            with source.open("rb") as readable, source.with_suffix(".mo").open("wb") as writable:
                write_mo(writable, read_po(readable))
        # An editable install uses the checkout's own; an sdist holds both folders as they are.
        if self.target_name == "wheel" and version == "standard":
            build_data["force_include"] |= {
                "data": "kh_docs/_shipped/data",
                "templates": "kh_docs/_shipped/templates",
            }
