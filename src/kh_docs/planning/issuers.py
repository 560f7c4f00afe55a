"""Who issued a document that is cited: named behind its day, before its number, or by the next."""

from __future__ import annotations

import re

from kh_docs.planning import citation_words as words

_COMMITTEE = re.compile(
    r"(?:Ban\s+Chỉ\s+\w+|Ủy ban|Hội đồng)(?:\s+(?:[Tt]rung ương|[Qq]uốc gia|tỉnh|Nhà nước))*\s+về\s+"
    r"[A-ZĐÂÊÔƯ]\w*(?:,\s+\w+)?"
)


def issuer_after(text: str, at: int) -> tuple[str, str, int]:
    found = words.JOIN.match(text, at)
    if found is None:
        return "của", "", at
    ends = (words.BETWEEN_ENDS if found[1] == "giữa" else words.BODY_ENDS).search(text, found.end())
    if ends and (committee := _COMMITTEE.match(text, found.end())) and committee.end() > ends.start():
        # “Ban Chỉ đạo Trung ương về Phòng, chống thiên tai”: what it is for belongs to its name.
        ends = words.BODY_ENDS.search(text, committee.end())
    end = ends.start() if ends else len(text)
    return found[1], text[found.end() : end].strip(" ,"), end


def issuer_before(lead: str) -> str:
    """“Nghị quyết của Chính phủ số …”."""
    found = re.search(r"\bcủa\s+(.+?)\s*(?::|số\s*:?|$)\s*$", lead)
    return found[1].strip(" :,") if found else ""


def proposer_before(lead: str) -> str:
    """“theo đề nghị của Sở Y tế tại Tờ trình số …”."""
    found = re.search(r"đề nghị\s+của\s+([^;:]+?)\s+tại\s*$", lead)
    return found[1].strip(" ,") if found else ""
