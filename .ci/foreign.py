"""Fail where one of the documents named on stdin holds a word of the pattern given."""

import re
import sys
import zipfile

pattern = re.compile(sys.argv[1])
for path in sys.stdin.read().splitlines():
    with zipfile.ZipFile(path) as document:
        text = re.sub(r"<[^>]*>", "", document.read("word/document.xml").decode("utf-8"))
    if found := pattern.search(text):
        sys.exit(f"FOREIGN WORDS: {path}: {found[0]}")
