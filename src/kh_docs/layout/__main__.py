"""Write the Word templates into a folder, templates/layout if none is named."""

import sys
from pathlib import Path

from kh_docs.layout.templates import TEMPLATES

folder = Path(sys.argv[1] if len(sys.argv) > 1 else "templates/layout")
folder.mkdir(parents=True, exist_ok=True)
for name, build in TEMPLATES.items():
    path = folder / f"{name}.docx"
    path.write_bytes(build())
    print(path)
