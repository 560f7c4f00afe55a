"""What else people and programs leave in a document: comments, joined paragraphs, changes in changes."""

import random
from copy import deepcopy

from lxml import etree

from .clerk import HERS, SPACE, Clerk, make, run
from .reviewer import W

DAY = "2024-02-20T08:00:00Z"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
SHAPE = (
    f'<w:r xmlns:w="{W[1:-1]}"><w:pict><v:rect xmlns:v="urn:schemas-microsoft-com:vml" '
    'style="width:40pt;height:20pt"/></w:pict></w:r>'
)


class Habits(Clerk):
    """A clerk who knows more of Word than she needs."""

    def presses_enter(self) -> None:
        """One paragraph becomes two, in the middle of its words."""
        text = self.dice.choice(self.texts())
        owner = text.getparent()
        paragraph = owner.getparent()
        if paragraph.tag != W + "p" or paragraph.find(f"{W}pPr/{W}sectPr") is not None:
            return
        at = self.dice.randrange(1, len(text.text))
        second = make("p")
        if paragraph.find(W + "pPr") is not None:
            second.append(deepcopy(paragraph.find(W + "pPr")))
        rest = deepcopy(owner)
        following = list(owner.itersiblings())
        text.text, rest.find(W + "t").text = text.text[:at], text.text[at:]
        for each in (text, rest.find(W + "t")):
            each.set(SPACE, "preserve")
        second.append(rest)
        second.extend(following)
        paragraph.addnext(second)

    def joins_two_paragraphs(self) -> None:
        paragraph = self.dice.choice(self.paragraphs()[2:])
        following = paragraph.getnext()
        pair = [each for each in (paragraph, following) if each is not None and each.tag == W + "p"]
        if [each.find(f"{W}pPr/{W}sectPr") for each in pair] == [None, None]:
            paragraph.extend([each for each in following if each.tag != W + "pPr"])
            following.getparent().remove(following)

    def moves_a_paragraph(self) -> None:
        plain = [each for each in self.paragraphs()[2:] if each.find(f"{W}pPr/{W}sectPr") is None]
        moved = self.dice.choice(plain)
        others = [each for each in plain if each is not moved]
        self.dice.choice(others).addnext(moved)

    def copies_a_paragraph(self) -> None:
        plain = [each for each in self.paragraphs()[2:] if each.find(f"{W}pPr/{W}sectPr") is None]
        copied = self.dice.choice(plain)
        copy = deepcopy(copied)
        for edge in list(copy.iter(W + "bookmarkStart", W + "bookmarkEnd")):
            edge.getparent().remove(edge)
        copied.addnext(copy)

    def puts_in_a_table(self) -> None:
        cells = [make("tc", make("tcPr"), make("p", run(self.word()))) for _number in range(2)]
        grid = make("tblGrid", make("gridCol", w="2000"), make("gridCol", w="2000"))
        table = make("tbl", make("tblPr"), grid, make("tr", *cells))
        paragraph = self.dice.choice(self.paragraphs()[2:])
        paragraph.addnext(table)
        table.addnext(make("p"))

    def puts_in_a_picture(self) -> None:
        self.dice.choice(self.paragraphs()).append(etree.fromstring(SHAPE))

    def puts_in_empty_lines(self) -> None:
        paragraph = self.dice.choice(self.paragraphs()[1:])
        if paragraph.find(f"{W}pPr/{W}sectPr") is None:
            paragraph.addnext(make("p"))

    def drops_a_control_and_keeps_its_words(self) -> None:
        inner = [each for each in self.root.iter(W + "sdt") if each.getparent().tag == W + "p"]
        if inner:
            control = self.dice.choice(inner)
            for each in list(control.find(W + "sdtContent")):
                control.addprevious(each)
            control.getparent().remove(control)

    def deletes_a_control(self) -> None:
        inner = [each for each in self.root.iter(W + "sdt") if each.getparent().tag == W + "p"]
        if inner:
            control = self.dice.choice(inner)
            control.getparent().remove(control)

    def types_in_a_control_with_changes_tracked(self) -> None:
        if hints := [each for each in self.controls() if each.getparent().tag == W + "p"]:
            control = self.dice.choice(hints)
            properties = control.find(W + "sdtPr")
            properties.remove(properties.find(W + "showingPlcHdr"))
            content = control.find(W + "sdtContent")
            for struck in list(content.iter(W + "r")):
                for text in struck.iter(W + "t"):
                    text.tag = W + "delText"
                change = self.revision("del")
                struck.addprevious(change)
                change.append(struck)
            added = self.revision("ins")
            added.append(run(self.word()))
            content.append(added)

    def links_some_words(self) -> None:
        owner = self.dice.choice(self.texts()).getparent()
        if owner.getparent().tag == W + "p":
            link = make("hyperlink", anchor="_top")
            owner.addprevious(link)
            link.append(owner)

    def puts_in_a_field(self) -> None:
        paragraph = self.dice.choice(self.paragraphs())
        paragraph.append(make("fldSimple", run(self.word()), instr=" PAGE "))

    def tracks_a_new_paragraph(self) -> None:
        paragraph = self.dice.choice(self.paragraphs()[2:])
        if paragraph.find(f"{W}pPr/{W}sectPr") is None:
            added = self.revision("ins")
            added.append(run(f"Đoạn theo dõi {self.word()} {self.word()}"))
            paragraph.addnext(make("p", make("pPr", make("rPr", self.revision("ins"))), added))

    def tracks_a_new_row(self) -> None:
        row = self.dice.choice(self.rows())
        fresh = deepcopy(row)
        for edge in list(fresh.iter(W + "bookmarkStart", W + "bookmarkEnd", W + "sdt")):
            edge.getparent().remove(edge)
        look = fresh.find(W + "trPr")
        if look is None:
            look = make("trPr")
            fresh.insert(0, look)
        look.append(self.revision("ins"))
        for text in fresh.iter(W + "t"):
            text.text = self.word()
        row.addnext(fresh)

    def strikes_what_another_inserted(self) -> None:
        added = make("ins", id=str(next(self.ids)), author="Anh Nam", date=DAY)
        struck = self.revision("del")
        struck.append(run("thừa"))
        for text in struck.iter(W + "t"):
            text.tag = W + "delText"
        added.append(struck)
        added.append(run(f" {self.word()}"))
        self.dice.choice(self.paragraphs()).append(added)

    def tracks_a_look(self) -> None:
        owner = self.dice.choice(self.texts()).getparent()
        look = owner.find(W + "rPr")
        if look is None:
            look = make("rPr")
            owner.insert(0, look)
        if look.find(W + "rPrChange") is None and look.find(W + "i") is None:
            look.insert(len(look), make("i"))
            look.append(make("rPrChange", make("rPr"), id=str(next(self.ids)), author=HERS, date=DAY))

    def changes_a_style(self) -> None:
        style = self.dice.choice(self.paragraphs()).find(f"{W}pPr/{W}pStyle")
        if style is not None:
            style.set(W + "val", self.dice.choice(("NoiDung", "Diem")))

    def comments(self) -> None:
        """A remark in the margin; the part that holds it is not what is compared here."""
        paragraph = self.dice.choice(self.paragraphs())
        number = str(next(self.ids))
        first = 0 if paragraph.find(W + "pPr") is None else 1
        paragraph.insert(first, make("commentRangeStart", id=number))
        paragraph.append(make("commentRangeEnd", id=number))
        paragraph.append(make("r", make("commentReference", id=number)))

    def types_tabs_and_breaks(self) -> None:
        text = self.dice.choice(self.texts())
        more = make("t")
        more.text = self.word()
        text.addnext(more)
        text.addnext(make("br"))
        text.addnext(make("tab"))

    def loses_every_mark(self) -> None:
        """As some programs drop hidden bookmarks, and some tags."""
        for edge in list(self.root.iter(W + "bookmarkStart", W + "bookmarkEnd")):
            edge.getparent().remove(edge)
        if self.dice.random() < 0.5:
            for tag in list(self.root.iter(W + "tag")):
                tag.getparent().remove(tag)

    def writes_marks_apart(self) -> None:
        """Some keyboards write ế as e with two marks behind it."""
        import unicodedata

        for text in self.dice.sample(self.texts(), 5):
            text.text = unicodedata.normalize("NFD", text.text)

    HABITS = (
        presses_enter, joins_two_paragraphs, moves_a_paragraph, copies_a_paragraph, puts_in_a_table,
        puts_in_a_picture, puts_in_empty_lines, drops_a_control_and_keeps_its_words, deletes_a_control,
        types_in_a_control_with_changes_tracked, links_some_words, puts_in_a_field, tracks_a_new_paragraph,
        tracks_a_new_row, strikes_what_another_inserted, tracks_a_look, changes_a_style, comments,
        types_tabs_and_breaks, writes_marks_apart,
    )  # fmt: skip

    def lives(self, times: int) -> "Habits":
        """Edit, in all the ways there are; one in ten files went through a program that drops marks."""
        for _number in range(times):
            self.dice.choice((*self.EDITS, *self.HABITS))(self)
        if self.dice.random() < 0.1:
            self.loses_every_mark()
        return self


def lived(data: bytes, seed: int) -> Habits:
    """A document after a random number of such edits, not yet saved."""
    return Habits(data, seed).lives(random.Random(seed).randrange(1, 25))
