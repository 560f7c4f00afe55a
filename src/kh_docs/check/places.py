"""Where a fault stands: the paragraph and runs for a comment, and words to find it by."""

from typing import Final, NamedTuple

from kh_docs.i18n import _
from kh_docs.word.document import Container, Paragraph, Run

# How many words of a long paragraph are shown, and how many of them before what is meant.
_SHOWN: Final = 9
_BEFORE: Final = 3
_LONGEST: Final = 90


class Place(NamedTuple):
    """A place in the document; no paragraph where the whole page is meant, no runs for a whole paragraph."""

    paragraph: Paragraph | None
    runs: tuple[Run, ...] = ()
    named: str = ""

    def in_words(self, found: str = "") -> str:
        """The place as a reader finds it: by the words around it, and the table they stand in."""
        if self.paragraph is None:
            return self.named
        container = _container(self.paragraph.container)
        words = _around(self.paragraph.full_text, found)
        return f"{container} “{words}”" if words else f"{container} {self.paragraph.number}".strip()


def at(paragraph: Paragraph) -> Place:
    """A whole paragraph."""
    return Place(paragraph)


def somewhere(named: str) -> Place:
    """What no single paragraph shows, such as a missing part or the page itself."""
    return Place(None, named=named)


def _container(container: Container) -> str:
    match container.kind:
        case "cell":
            return _("bảng {table}, hàng {row}, ô {cell}").format(
                table=container.number, row=container.row + 1, cell=container.column + 1
            )
        case "box":
            return _("hộp chữ")
        case "header":
            return _("đầu trang")
        case "footer":
            return _("chân trang")
        case "note":
            return _("chú thích")
        case _:
            return _("đoạn")


def _around(text: str, found: str) -> str:
    """Some words of the text: those around what was found, else the first ones."""
    at = max(0, text.find(found)) if found.strip(" …") else 0
    # What was found may begin inside a word.
    at = text.rfind(" ", 0, at) + 1 if at else 0
    ahead = text[max(0, at - _LONGEST) : at].split()[-_BEFORE:]
    first = at - _LONGEST > 0 or len(text[max(0, at - _LONGEST) : at].split()) > _BEFORE
    words = [*ahead, *text[at : at + 2 * _LONGEST].split()]
    shown = " ".join(words[:_SHOWN])[:_LONGEST]
    more = len(words) > _SHOWN or at + 2 * _LONGEST < len(text)
    return f"{'… ' if first else ''}{shown}{' …' if more else ''}"
