"""One function for each row of rows.tsv (or for a few of a kind), by what is damaged."""

from . import consoles, disks, files, names, processes, sheets, templates, updates, values, yaml_files

__all__ = [
    "consoles",
    "disks",
    "files",
    "names",
    "processes",
    "sheets",
    "templates",
    "updates",
    "values",
    "yaml_files",
]
