"""Keep compiled wording between runs; the sentences in the data are many, and Jinja's compiler is slow."""

from __future__ import annotations

import marshal
from types import CodeType

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from kh_docs import cache

# More texts than any plan has; beyond it they are those of plans long changed.
MOST_TEXTS = 3_000


class Memory(BytecodeCache):
    """Code by the text it was made from, one entry of the cache for a folder of wording."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.changed = False
        self.codes = self._kept()

    def _kept(self) -> dict[str, CodeType]:
        return cache.load_as("words", self.name, marshal.loads) or {}

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """As Jinja makes it, also where the path to the folder holds bytes that are no letters (LC_ALL=C)."""
        return super().get_cache_key(name, ascii(filename) if filename else None)

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self.codes.get(bucket.key + bucket.checksum)

    def dump_bytecode(self, bucket: Bucket) -> None:
        assert bucket.code is not None  # jinja2 dumps only what it has just compiled
        self.add(bucket.key + bucket.checksum, bucket.code)

    def add(self, key: str, code: CodeType) -> None:
        self.codes[key] = code
        self.changed = True

    def save(self) -> None:
        """Keep what is new for the next run."""
        if not self.changed:
            return
        # Another worker of the run may have kept the texts of other kinds.
        self.codes = self._kept() | self.codes
        if len(self.codes) <= MOST_TEXTS:
            cache.save("words", self.name, marshal.dumps(self.codes))
            self.changed = False
