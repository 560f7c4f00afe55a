"""Try templates out before the first document is made: a fault in them stops a run that wrote nothing.

Of what an earlier run tried out nothing is tried again while not a byte changes of all that documents follow
from: workers then begin at once, each with what its own kinds need, instead of waiting for one process to go
through all of them.
"""

from __future__ import annotations

import json
from functools import cached_property

from kh_docs import cache
from kh_docs.pipeline.fingerprint import Fingerprints
from kh_docs.pipeline.making import Order, Workshop
from kh_docs.pipeline.workers import workers_for

# Documents of each kind whose words are put together before there are workers, who then share what it took.
PREPARED = 2
_PURPOSE = "tried"


class Trial:
    """What of its templates a run has to try out; `jobs` are the processes it was asked to use."""

    def __init__(self, workshop: Workshop, fingerprints: Fingerprints, jobs: int | None) -> None:
        self.workshop, self.fingerprints, self.jobs = workshop, fingerprints, jobs

    def load_layouts(self, orders: list[Order]) -> None:
        """Find the faults of all layouts that will be used."""
        if self._is_over(orders):
            return
        for layout in dict.fromkeys(order.recipe.layout for order in orders):
            self.workshop.layout(layout)

    def put_together(self, orders: list[Order]) -> None:
        """The same, and the words of the first documents of each kind."""
        if self._is_over(orders):
            return
        self.load_layouts(orders)
        self.workshop.prepare(_first_of_each_kind(orders))
        if workers_for(orders, self.jobs) == 1 or self.workshop.told or any(self.workshop.hung.values()):
            return
        stems = self._tried | {order.recipe.stem for order in orders}
        cache.save(_PURPOSE, self.fingerprints.common, json.dumps(sorted(stems)).encode())

    def _is_over(self, orders: list[Order]) -> bool:
        """Whether all of it was tried out before; one process alone needs all it takes anyway."""
        return workers_for(orders, self.jobs) > 1 and self._tried.issuperset(
            order.recipe.stem for order in orders
        )

    @cached_property
    def _tried(self) -> frozenset[str]:
        """The kinds that were found whole, with nothing to tell."""
        kept = cache.load_as(_PURPOSE, self.fingerprints.common, lambda kept: frozenset(json.loads(kept)))
        return kept or frozenset()


def _first_of_each_kind(orders: list[Order]) -> list[Order]:
    """Some orders of each recipe."""
    kinds: dict[str, list[Order]] = {}
    for order in orders:
        kinds.setdefault(order.recipe.stem, []).append(order)
    return [order for members in kinds.values() for order in members[:PREPARED]]
