"""Print the lowest versions that pyproject.toml allows, one requirement a line, for CI."""

import re
import tomllib
from pathlib import Path

project = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["project"]
for requirement in [*project["dependencies"], *project["optional-dependencies"]["dev"]]:
    name, lowest = re.fullmatch(r"([\w.-]+)>=([\w.]+)(?:,<[\w.]+)?(?:; .*)?", requirement).groups()
    print(f"{name}=={lowest}")
