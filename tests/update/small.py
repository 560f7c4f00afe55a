"""Small Word files in a few words: “text”, a row of cells, a control; read back the same way."""

import zipfile
from io import BytesIO

from lxml import etree

from .reviewer import MAIN, W, main_of

TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/></Types>'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
LINKS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
)
PAGE = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'


def run(text: str, look: str = "") -> str:
    """A run; `look`: what stands in its w:rPr."""
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def blank(tag: str, text: str = "……", *, hint: bool = True) -> str:
    """A control in the line."""
    shown = "<w:showingPlcHdr/>" if hint else ""
    properties = f'<w:sdtPr><w:alias w:val="{tag}?"/><w:tag w:val="{tag}"/>{shown}<w:text/></w:sdtPr>'
    return f"<w:sdt>{properties}<w:sdtContent>{run(text)}</w:sdtContent></w:sdt>"


def p(*content: str) -> str:
    """A paragraph of texts and pieces of XML."""
    return "<w:p>" + "".join(each if each.startswith("<") else run(each) for each in content) + "</w:p>"


def around(tag: str, *texts: str, hint: bool = True) -> str:
    """A control round paragraphs, as a narrative has it."""
    shown = "<w:showingPlcHdr/>" if hint else ""
    properties = f'<w:sdtPr><w:alias w:val="{tag}?"/><w:tag w:val="{tag}"/>{shown}<w:richText/></w:sdtPr>'
    return f"<w:sdt>{properties}<w:sdtContent>{''.join(map(p, texts))}</w:sdtContent></w:sdt>"


def table(*rows: str) -> str:
    """A table; a row is its cells with | between."""
    lines = []
    for row in rows:
        cells = (each if each.startswith("<w:p>") else p(each) for each in row.split("|"))
        lines.append("<w:tr>" + "".join(f"<w:tc><w:tcPr/>{cell}</w:tc>" for cell in cells) + "</w:tr>")
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(lines)}</w:tbl>"


def docx(*blocks: str, parts: dict[str, str] | None = None) -> bytes:
    """A file of these blocks; what is no XML is a paragraph."""
    inner = "".join(each if each.startswith("<") else p(each) for each in blocks)
    main = f'<w:document xmlns:w="{W[1:-1]}" xmlns:r="{OFFICE}"><w:body>{inner}{PAGE}</w:body></w:document>'
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("_rels/.rels", LINKS)
        archive.writestr(MAIN, main)
        for name, content in (parts or {}).items():
            archive.writestr(name, content)
    return target.getvalue()


def tracked(data: bytes) -> list[str]:
    """The paragraphs with our changes shown: [-gone-], {+come+}; # before a row or mark that is ours."""
    return [_shown(paragraph) for paragraph in main_of(data).iter(W + "p")]


def _shown(paragraph: etree._Element) -> str:
    text = ""
    for node in paragraph.iter(W + "t", W + "delText"):
        said = node.text or ""
        outer = {up.tag for up in node.iterancestors()}
        text += f"[-{said}-]" if W + "del" in outer else f"{{+{said}+}}" if W + "ins" in outer else said
    ours = paragraph.find(f"{W}pPr/{W}rPr/{W}ins"), paragraph.find(f"{W}pPr/{W}rPr/{W}del")
    return ("#" if any(mark is not None for mark in ours) else "") + text


def comments(data: bytes) -> list[str]:
    """What the comments say."""
    archive = zipfile.ZipFile(BytesIO(data))
    if "word/comments.xml" not in archive.namelist():
        return []
    root = etree.fromstring(archive.read("word/comments.xml"))
    return ["".join(map(str, each.itertext())) for each in root.iter(W + "comment")]
