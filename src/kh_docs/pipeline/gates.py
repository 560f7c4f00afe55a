"""The last look of one run: a judge for each kind of document, with what earlier runs have seen of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kh_docs.model.kinds import Recipe

if TYPE_CHECKING:
    from kh_docs.check.gate import Gate
    from kh_docs.check.keeping import Shelf


class Gates:
    """`name`: whose documents they judge; `made_from`: a digest of what these follow from, or nothing."""

    def __init__(self, name: str, made_from: str) -> None:
        self.name, self.made_from = name, made_from
        self._known: dict[str, Gate] = {}

    def of(self, recipe: Recipe) -> Gate:
        """The judge of one kind of document."""
        # Here and below: a run that finds everything up to date needs none.
        from kh_docs.check.gate import Gate
        from kh_docs.check.keeping import seen_before

        if recipe.stem not in self._known:
            self._known[recipe.stem] = Gate(recipe.profile, seen_before(self._shelf(recipe.stem)))
        return self._known[recipe.stem]

    def close(self) -> None:
        """Keep what they have seen for the next run."""
        from kh_docs.check.keeping import keep

        for stem, gate in self._known.items():
            keep(gate.seen, self._shelf(stem))

    def _shelf(self, stem: str) -> Shelf:
        from kh_docs.check.keeping import Shelf

        return Shelf(f"{self.name}|{stem}", self.made_from)
