"""Edit a document the way people do, and save it the way Word does."""

import random
from collections.abc import Callable
from copy import deepcopy
from itertools import count

from lxml import etree

from .reviewer import W, main_of, sure, with_main

SPACE = "{http://www.w3.org/XML/1998/namespace}space"
HERS = "Chị Hoa"
WORDS = ("rà", "soát", "bổ", "sung", "tăng", "cường", "phối", "hợp", "xóm", "cụm", "trường", "học")


def make(name: str, *children: etree._Element, **attributes: str) -> etree._Element:
    """An element with children and w: attributes."""
    element = etree.Element(W + name, {W + key: value for key, value in attributes.items()})
    element.extend(children)
    return element


def run(text: str) -> etree._Element:
    """A run with a text."""
    said = make("t")
    said.text = text
    said.set(SPACE, "preserve")
    return make("r", said)


def _texts_of(paragraph: etree._Element) -> list[str]:
    return [text.text or "" for text in paragraph.iter(W + "t")]


class Clerk:
    """One person with a document open; the same seed does the same."""

    def __init__(self, data: bytes, seed: int) -> None:
        self.data, self.dice = data, random.Random(seed)
        self.root = main_of(data)
        self.body = self.root.find(W + "body")
        # What she has written herself, and must find again.
        self.written: list[str] = []
        self.ids = count(9001)

    def saved(self) -> bytes:
        """The file as saved."""
        return with_main(self.data, self.root)

    def texts(self) -> list[etree._Element]:
        """All runs' texts outside controls that can be edited."""
        return [
            text
            for text in self.root.iter(W + "t")
            if len((text.text or "").split()) > 3
            and not any(up.tag in (W + "sdt", W + "ins", W + "del") for up in text.iterancestors())
        ]

    def rows(self) -> list[etree._Element]:
        """All rows of ruled tables below their heads."""
        return [
            row
            for table in self.root.iter(W + "tbl")
            if table.find(f".//{W}tblHeader") is not None
            for row in table.findall(W + "tr")
            if row.find(f"{W}trPr/{W}tblHeader") is None and len(row.findall(W + "tc")) > 2
        ]

    def paragraphs(self) -> list[etree._Element]:
        """Paragraphs of the body that say something."""
        return [each for each in self.body.findall(W + "p") if any(map(str.strip, _texts_of(each)))]

    def word(self) -> str:
        word = f"{self.dice.choice(WORDS)}{self.dice.randrange(1000)}"
        self.written.append(word)
        return word

    def adds_words(self) -> None:
        text = self.dice.choice(self.texts())
        words = text.text.split(" ")
        words.insert(self.dice.randrange(1, len(words)), self.word())
        text.text = " ".join(words)

    def replaces_a_word(self) -> None:
        text = self.dice.choice(self.texts())
        words = text.text.split(" ")
        words[self.dice.randrange(len(words))] = self.word()
        text.text = " ".join(words)

    def deletes_words(self) -> None:
        text = self.dice.choice(self.texts())
        words = text.text.split(" ")
        at = self.dice.randrange(len(words) - 2)
        del words[at : at + 2]
        text.text = " ".join(words)

    def writes_a_paragraph(self) -> None:
        after = self.dice.choice(self.paragraphs()[2:])
        look = deepcopy(sure(after.find(W + "pPr")))
        fresh = make("p", look, run(f"Đoạn viết thêm {self.word()} {self.word()}"))
        for section in list(fresh.iter(W + "sectPr")):
            section.getparent().remove(section)
        after.addnext(fresh)

    def deletes_a_paragraph(self) -> None:
        inner = [each for each in self.paragraphs() if each.find(f"{W}pPr/{W}sectPr") is None]
        self.body.remove(self.dice.choice(inner[2:]))

    def rewrites_a_paragraph(self) -> None:
        paragraph = self.dice.choice(self.paragraphs()[2:])
        for node in list(paragraph):
            if node.tag in (W + "r", W + "sdt"):
                paragraph.remove(node)
        paragraph.append(run(f"Viết lại cả đoạn {self.word()} {self.word()} {self.word()}"))

    def moves_a_row(self) -> None:
        row = self.dice.choice(self.rows())
        others = [each for each in self.rows() if each.getparent() is row.getparent() and each is not row]
        if others:
            self.dice.choice(others).addnext(row)

    def copies_a_row(self) -> None:
        row = self.dice.choice(self.rows())
        copy = deepcopy(row)
        for edge in list(copy.iter(W + "bookmarkStart", W + "bookmarkEnd")):
            edge.getparent().remove(edge)  # Word keeps them in the row copied from
        for text in list(copy.iter(W + "t"))[-1:]:
            text.text = self.word()
        row.addnext(copy)

    def deletes_a_row(self) -> None:
        rows = [each for each in self.rows() if len(each.getparent().findall(W + "tr")) > 3]
        if rows:
            row = self.dice.choice(rows)
            row.getparent().remove(row)

    def controls(self, tag: str = "") -> list[etree._Element]:
        """Controls that show a hint, those of one tag if one is given."""
        return [
            control
            for control in self.root.iter(W + "sdt")
            if control.find(f"{W}sdtPr/{W}showingPlcHdr") is not None
            and control.find(f".//{W}t") is not None
            and tag in ("", control.find(f"{W}sdtPr/{W}tag").get(W + "val"))
        ]

    def fills_a_control(self) -> None:
        if hints := self.controls():
            self.fill(self.dice.choice(hints), self.word())

    def fill(self, control: etree._Element, text: str) -> None:
        """Click on a hint and type."""
        properties = control.find(W + "sdtPr")
        properties.remove(sure(properties.find(W + "showingPlcHdr")))
        first, *rest = control.find(W + "sdtContent").iter(W + "r")
        for each in rest:
            each.getparent().remove(each)
        look = first.find(W + "rPr")
        if look is not None:
            first.remove(look)
        first.find(W + "t").text = text

    def tracks_an_insertion(self) -> None:
        paragraph = self.dice.choice(self.paragraphs())
        inserted = make(
            "ins", run(f" {self.word()}"), id=str(next(self.ids)), author=HERS, date="2024-02-20T08:00:00Z"
        )
        paragraph.append(inserted)

    def tracks_a_deletion(self) -> None:
        text = self.dice.choice(self.texts())
        struck = sure(text.getparent())
        parent, place = struck.getparent(), struck.getparent().index(struck)
        words = text.text.split(" ")
        deleted = deepcopy(struck)
        deleted.find(W + "t").tag = W + "delText"
        deleted.find(W + "delText").text = " ".join(words[-2:])
        deleted.find(W + "delText").set(SPACE, "preserve")
        text.text = " ".join(words[:-2]) + " "
        text.set(SPACE, "preserve")
        parent.insert(
            place + 1, make("del", deleted, id=str(next(self.ids)), author=HERS, date="2024-02-20T08:00:00Z")
        )

    def tracks_a_row_deletion(self) -> None:
        row = self.dice.choice(self.rows())
        if row.find(f"{W}trPr/{W}del") is None and row.find(W + "trPr") is not None:
            row.find(W + "trPr").append(self.revision("del"))
            for paragraph in row.iter(W + "p"):
                self.strikes(paragraph)

    def tracks_a_paragraph_deletion(self) -> None:
        paragraph = self.dice.choice(self.paragraphs()[2:])
        look = paragraph.find(W + "pPr")
        if look is not None and look.find(W + "rPr") is None and look.find(W + "sectPr") is None:
            look.append(make("rPr", self.revision("del")))
            self.strikes(paragraph)

    def revision(self, name: str) -> etree._Element:
        """A tracked change of hers."""
        return make(name, id=str(next(self.ids)), author=HERS, date="2024-02-20T08:00:00Z")

    def strikes(self, paragraph: etree._Element) -> None:
        """Delete all runs of a paragraph, tracked."""
        for struck in [each for each in paragraph.iter(W + "r") if each.getparent().tag != W + "del"]:
            change = self.revision("del")
            struck.addprevious(change)
            change.append(struck)
            for text in struck.iter(W + "t"):
                text.tag = W + "delText"

    def makes_bold(self) -> None:
        text = self.dice.choice(self.texts())
        owner = text.getparent()
        if owner.find(W + "rPr") is None:
            owner.insert(0, make("rPr"))
        owner.find(W + "rPr").append(make("b")) if owner.find(f"{W}rPr/{W}b") is None else None

    def saves_as_word_does(self) -> None:
        """Runs split at random, numbers of editing sessions, marks of the spelling checker, languages."""
        for number, text in enumerate(list(self.root.iter(W + "t"))):
            owner, said = sure(text.getparent()), text.text or ""
            owner.set(W + "rsidR", f"00{self.dice.randrange(10**6):06d}")
            if len(said) > 12 and self.dice.random() < 0.2 and len(owner.findall(W + "t")) == 1:
                at = self.dice.randrange(1, len(said))
                rest = deepcopy(owner)
                text.text, rest.find(W + "t").text = said[:at], said[at:]
                text.set(SPACE, "preserve")
                rest.find(W + "t").set(SPACE, "preserve")
                owner.addnext(rest)
                owner.addnext(make("proofErr", type="spellStart" if number % 2 else "spellEnd"))
        for paragraph in self.root.iter(W + "p"):
            paragraph.set(W + "rsidR", "00AB12CD")
            paragraph.set(W + "rsidRDefault", "00AB12CD")

    EDITS: "tuple[Callable[[Clerk], None], ...]" = (
        adds_words, replaces_a_word, deletes_words, writes_a_paragraph, deletes_a_paragraph,
        rewrites_a_paragraph, moves_a_row, copies_a_row, deletes_a_row, fills_a_control,
        tracks_an_insertion, tracks_a_deletion, tracks_a_row_deletion, tracks_a_paragraph_deletion,
        makes_bold,
    )  # fmt: skip

    def edits(self, times: int) -> "Clerk":
        """Do some of all that, then save."""
        for _number in range(times):
            self.dice.choice(self.EDITS)(self)
        return self
