"""A .docx as such: package, parts, styles resolved, blocks, lines drawn, writer; no decree, no plan."""
