"""What documents look like that were put together from others: annexes, sections, parts of elsewhere."""

from copy import deepcopy
from typing import Any

from lxml import etree

from .clerk import make, run
from .habits import Habits
from .reviewer import W, with_parts

RELS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
NOTES = (
    f'<w:footnotes xmlns:w="{W[1:-1]}"><w:footnote w:id="2"><w:p><w:r>'
    "<w:t>Số liệu tạm tính.</w:t></w:r></w:p></w:footnote></w:footnotes>"
).encode()
NOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
BOX = (
    f'<w:r xmlns:w="{W[1:-1]}" xmlns:mc="{MC}" xmlns:wps="{WPS}" xmlns:wp="{WP}" xmlns:a="{A}">'
    '<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
    '<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="900000" cy="300000"/>'
    '<wp:docPr id="77" name="Hộp"/>'
    "<a:graphic><a:graphicData "
    f'uri="{WPS}"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr/><wps:txbx><w:txbxContent><w:p><w:r>'
    "<w:t>KHẨN</w:t></w:r></w:p></w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>"
    "</wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent></w:r>"
)


class Stranger(Habits):
    """Someone who pastes, cuts and turns what others wrote."""

    def __init__(self, data: bytes, seed: int) -> None:
        super().__init__(data, seed)
        self.parts: dict[str, bytes] = {}

    def saved(self) -> bytes:
        return with_parts(super().saved(), self.parts)

    def deletes_an_annex(self) -> None:
        """From one end of a section to the next."""
        at = [n for n, each in enumerate(self.body) if each.find(f"{W}pPr/{W}sectPr") is not None]
        if len(at) > 1:
            end = self.dice.randrange(1, len(at))
            for each in list(self.body)[at[end - 1] + 1 : at[end] + 1]:
                self.body.remove(each)

    def pastes_a_table_of_another_file(self) -> None:
        def cell(*words: Any, **look: str) -> etree._Element:
            looks = [make(name, val=value) for name, value in look.items()]
            return make("tc", make("tcPr", make("tcW", w="2000", type="dxa"), *looks), *words)

        style = make("pPr", make("pStyle", val="KiuKhac12"))
        inner = make(
            "tbl", make("tblPr"), make("tblGrid", make("gridCol", w="900")),
            make("tr", cell(make("p", run(self.word())))),
        )  # fmt: skip
        rows = [
            make("tr", cell(make("p", style, run(self.word())), gridSpan="2")),
            make("tr", cell(make("p", run(self.word())), vMerge="restart"), cell(make("p", run("x")))),
            make("tr", cell(make("p"), vMerge="continue"), cell(inner, make("p"))),
        ]
        looks = make("tblPr", make("tblStyle", val="LiBang7"), make("tblW", w="0", type="auto"))
        grid = make("tblGrid", make("gridCol", w="2000"), make("gridCol", w="2000"))
        place = self.dice.choice(self.paragraphs()[2:])
        place.addnext(make("tbl", looks, grid, *rows))
        place.getnext().addnext(make("p"))

    def turns_the_page(self) -> None:
        section = self.dice.choice(list(self.root.iter(W + "sectPr")))
        size = section.find(W + "pgSz")
        if size is not None:
            width, height = size.get(W + "w"), size.get(W + "h")
            size.set(W + "w", height)
            size.set(W + "h", width)
            size.set(W + "orient", "landscape")

    def breaks_a_section(self) -> None:
        paragraph = self.dice.choice(self.paragraphs()[2:])
        look = paragraph.find(W + "pPr")
        if look is None:
            look = make("pPr")
            paragraph.insert(0, look)
        if look.find(W + "sectPr") is None and look.find(W + "pPrChange") is None:
            look.append(deepcopy(self.body.find(W + "sectPr")))

    def adds_a_footnote(self) -> None:
        reference = make("r", make("footnoteReference", id="2"))
        self.dice.choice(self.paragraphs()).append(reference)
        self.links("footnotes.xml", "footnotes", NOTES, NOTES_TYPE)

    def links(self, name: str, kind: str, data: bytes, content_type: str) -> None:
        """A further part, as Word would add it."""
        import io
        import zipfile

        archive = zipfile.ZipFile(io.BytesIO(self.data))
        rels, types = "word/_rels/document.xml.rels", "[Content_Types].xml"
        if f"word/{name}" in archive.namelist() or f"word/{name}" in self.parts:
            return
        root = etree.fromstring(self.parts.get(rels) or archive.read(rels))
        etree.SubElement(root, RELS + "Relationship", Id=f"rId9{len(root)}", Type=f"{R}/{kind}", Target=name)
        self.parts[rels] = etree.tostring(root)
        root = etree.fromstring(self.parts.get(types) or archive.read(types))
        etree.SubElement(root, TYPES + "Override", PartName=f"/word/{name}", ContentType=content_type)
        self.parts[types] = etree.tostring(root)
        self.parts[f"word/{name}"] = data

    def renames_bookmarks(self) -> None:
        for number, mark in enumerate(self.root.iter(W + "bookmarkStart")):
            if self.dice.random() < 0.3:
                mark.set(W + "name", f"_Toc{number:08d}")

    def copies_a_section(self) -> None:
        """A stretch of the body once more, with its controls and all: Word drops only the bookmarks."""
        blocks = [each for each in self.body if each.tag != W + "sectPr"]
        start = self.dice.randrange(2, len(blocks) - 12)
        stretch = blocks[start : start + self.dice.randrange(3, 12)]
        if any(each.find(f".//{W}sectPr") is not None for each in stretch):
            return
        place = stretch[-1]
        for each in stretch:
            copy = deepcopy(each)
            for edge in list(copy.iter(W + "bookmarkStart", W + "bookmarkEnd")):
                edge.getparent().remove(edge)
            place.addnext(copy)
            place = copy

    def merges_cells(self) -> None:
        row = self.dice.choice(self.rows())
        first, second = row.findall(W + "tc")[:2]
        look = first.find(W + "tcPr")
        if look is not None and not any(
            each.find(f"{W}tcPr/{W}gridSpan") is not None for each in (first, second)
        ):
            width = look.find(W + "tcW")
            span = make("gridSpan", val="2")
            look.insert(0, span) if width is None else width.addnext(span)
            for each in [each for each in second if each.tag != W + "tcPr"]:
                first.append(each)
            row.remove(second)

    def merges_downwards(self) -> None:
        row = self.dice.choice(self.rows())
        below = row.getnext()
        if below is None or below.tag != W + "tr" or not len(below.findall(W + "tc")):
            return
        for each, value in ((row, "restart"), (below, "continue")):
            look = each.find(f"{W}tc/{W}tcPr")
            if look is not None and look.find(W + "vMerge") is None:
                span, width = look.find(W + "gridSpan"), look.find(W + "tcW")
                place = width if span is None else span
                mark = make("vMerge", val=value)
                look.insert(0, mark) if place is None else place.addnext(mark)

    def accepts_half_of_her_own(self) -> None:
        """She tracked, then took some in and threw some away."""
        self.tracks_an_insertion()
        self.tracks_a_deletion()
        self.tracks_an_insertion()
        for change in list(self.root.iter(W + "ins")):
            parent = change.getparent()
            if parent is not None and parent.tag == W + "p" and self.dice.random() < 0.5:
                for each in list(change):
                    change.addprevious(each)
                parent.remove(change)

    def puts_in_a_box(self) -> None:
        self.dice.choice(self.paragraphs()).append(etree.fromstring(BOX))

    def puts_in_a_field_of_many_runs(self) -> None:
        paragraph = self.dice.choice(self.paragraphs())
        code = make("instrText")
        code.text = " REF _Ref1 \\h "
        for piece in (
            make("r", make("fldChar", fldCharType="begin")), make("r", code),
            make("r", make("fldChar", fldCharType="separate")), run(self.word()),
            make("r", make("fldChar", fldCharType="end")),
        ):  # fmt: skip
            paragraph.append(piece)

    def wraps_paragraphs_in_a_control(self) -> None:
        plain = [each for each in self.paragraphs()[2:] if each.find(f"{W}pPr/{W}sectPr") is None]
        first = self.dice.choice(plain)
        control = make("sdt", make("sdtPr", make("id", val=str(next(self.ids)))), make("sdtContent"))
        first.addprevious(control)
        following = control.getnext().getnext()
        control[1].append(first)
        if following is not None and following.tag == W + "p" and following.find(f"{W}pPr/{W}sectPr") is None:
            control[1].append(following)

    def turns_a_table_into_text(self) -> None:
        row = self.dice.choice(self.rows())
        table = row.getparent()
        if table.getparent() is not self.body:
            return
        for each in table.iter(W + "tr"):
            words = " ".join("".join(map(str, cell.itertext(W + "t"))) for cell in each.findall(W + "tc"))
            table.addprevious(make("p", run(words)))
        self.body.remove(table)

    def sorts_a_table(self) -> None:
        table = self.dice.choice(self.rows()).getparent()
        rows = [each for each in table.findall(W + "tr") if each.find(f"{W}trPr/{W}tblHeader") is None][:-1]
        place = table.index(rows[0]) if rows else 0
        said = sorted(rows, key=lambda each: "".join(map(str, each.itertext(W + "t"))))
        for each in rows:
            table.remove(each)
        for at, each in enumerate(said, place):
            table.insert(at, each)

    def splits_a_table(self) -> None:
        row = self.dice.choice(self.rows())
        table = row.getparent()
        if table.getparent() is not self.body or row.getprevious() is None:
            return
        second = make("tbl", *(deepcopy(table.find(W + name)) for name in ("tblPr", "tblGrid")))
        second.extend([row, *row.itersiblings()])
        table.addnext(second)
        table.addnext(make("p"))

    def changes_every_font(self) -> None:
        for each in self.root.iter(W + "r"):
            look = each.find(W + "rPr")
            if look is None:
                look = make("rPr")
                each.insert(0, look)
            if look.find(W + "rFonts") is None:
                place = 1 if len(look) and look[0].tag == W + "rStyle" else 0
                look.insert(place, make("rFonts", ascii="Arial", hAnsi="Arial"))

    def types_odd_signs(self) -> None:
        text = self.dice.choice(self.texts())
        text.addnext(make("noBreakHyphen"))
        text.addnext(make("softHyphen"))
        text.addnext(make("lastRenderedPageBreak"))
        text.addnext(make("br", type="page"))
        text.addnext(make("sym", font="Wingdings", char="F0FE"))

    def protects_words(self) -> None:
        """Ranges that only some may edit, and marks of places of other programs."""
        paragraph = self.dice.choice(self.paragraphs())
        number = str(next(self.ids))
        first = 0 if paragraph.find(W + "pPr") is None else 1
        paragraph.insert(first, make("permStart", id=number, edGrp="everyone"))
        paragraph.append(make("permEnd", id=number))

    STRANGE = (
        deletes_an_annex, pastes_a_table_of_another_file, turns_the_page, breaks_a_section, adds_a_footnote,
        renames_bookmarks, copies_a_section, merges_cells, merges_downwards, accepts_half_of_her_own,
        puts_in_a_box, puts_in_a_field_of_many_runs, wraps_paragraphs_in_a_control, turns_a_table_into_text,
        sorts_a_table, splits_a_table, changes_every_font, types_odd_signs, protects_words,
    )  # fmt: skip


def put_together(data: bytes, seed: int) -> Stranger:
    """A document after a few such things, among ordinary edits."""
    stranger = Stranger(data, seed)
    for _number in range(stranger.dice.randrange(1, 5)):
        stranger.dice.choice(stranger.STRANGE)(stranger)
        stranger.dice.choice((*stranger.EDITS, *stranger.HABITS))(stranger)
    return stranger
