"""The named parts of a wording file: a part that is missing is a fault, as is one never asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kh_docs.render.values import Block


class Parts(dict[str, list[Block]]):
    """The parts of a wording file by name; one that is not there is a fault of the file."""

    def __init__(self, parts: Mapping[str, list[Block]], lacks: Callable[[str], Exception]) -> None:
        super().__init__(parts)
        self.lacks = lacks

        self.asked: set[str] = set()

    def __getitem__(self, name: str) -> list[Block]:
        self.asked.add(name)
        return super().__getitem__(name)

    def unasked(self) -> list[str]:
        """The names of parts with words in them that no place of the document has asked for."""
        return [name for name, blocks in self.items() if blocks and name not in self.asked]

    def __missing__(self, name: str) -> list[Block]:
        raise self.lacks(name)
