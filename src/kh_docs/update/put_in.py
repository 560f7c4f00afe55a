"""What people put into a file that neither its words nor their effective look tells, counted by kind."""

from collections import Counter
from typing import Final

from kh_docs.word.package import Package
from kh_docs.word.xml import Element, W, val, whole

# Programs round lengths to their own units when they save.
TWIPS: Final = 5
_COUNTED: Final = tuple(
    W + name
    for name in (
        *("highlight", "strike", "dstrike", "shd", "em", "drawing", "pict", "object", "hyperlink", "sym"),
        *("footnoteReference", "endnoteReference", "commentReference", "ins", "del", "sdt", "numPr"),
        *("br", "tab", "ptab", "cr", "pageBreakBefore", "keepNext", "keepLines", "pBdr", "tabs"),
        *("fldSimple", "fldChar", "vMerge", "gridSpan", "vAlign", "cantSplit", "tblHeader"),
    )
)
_PICTURES: Final = (W + "drawing", W + "pict", W + "object")
_LOOSE_PARTS: Final = ("/media/", "/embeddings/")


def put_in(package: Package) -> Counter[object]:
    """Pictures, notes, fields, breaks, controls, merged cells and what else there is, with what they say."""
    root = package.root(package.main)
    assert root is not None  # the package was found by it
    found: Counter[object] = Counter(each.tag for each in root.iter(*_COUNTED))
    for name, said in (("trHeight", "val"), ("cols", "num"), ("pgSz", "orient"), ("textDirection", "val")):
        found.update(
            (name, value) for each in root.iter(W + name) if (value := val(each, said)) not in _USUAL
        )
    # Programs set hidden ones of their own.
    found.update(
        ("bookmark", name)
        for each in root.iter(W + "bookmarkStart")
        if not (name := val(each, "name") or "").startswith("_")
    )
    found["parts"] = sum(any(place in name for place in _LOOSE_PARTS) for name in package.parts)
    found["edges"] = sum(len(list(edge.iter(*_PICTURES))) for edge in _edges(package))
    return found


_USUAL: Final = (None, "1", "portrait", "lrTb")


def _edges(package: Package) -> list[Element]:
    """What stands above and below the pages."""
    names = [name for kind, name in package.links.values() if kind in ("header", "footer")]
    return [root for name in names if (root := package.root(name)) is not None]


def alike_widths(one: Package, other: Package) -> bool:
    """Whether the columns of all tables are as wide."""
    left, right = (_widths(each) for each in (one, other))
    return len(left) == len(right) and all(abs(a - b) <= TWIPS for a, b in zip(left, right, strict=True))


def _widths(package: Package) -> list[int]:
    root = package.root(package.main)
    columns = () if root is None else root.iter(W + "gridCol")
    return [whole(val(each, "w")) or 0 for each in columns]
