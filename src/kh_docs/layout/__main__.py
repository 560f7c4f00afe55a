"""Write the Word templates into a folder, templates/layout if none is named."""

import argparse
from pathlib import Path

from kh_docs.layout.templates import TEMPLATES

parser = argparse.ArgumentParser(prog="python -m kh_docs.layout", description=__doc__)
parser.add_argument("folder", nargs="?", type=Path, default=Path("templates/layout"))
folder: Path = parser.parse_args().folder
folder.mkdir(parents=True, exist_ok=True)
for name, build in TEMPLATES.items():
    path = folder / f"{name}.docx"
    path.write_bytes(build())
    print(path)
