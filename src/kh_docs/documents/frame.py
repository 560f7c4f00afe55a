"""What a document that the unit issues has around its text: head, title, recipients, signature."""

from __future__ import annotations

from typing import NamedTuple

from kh_docs.documents.controls import DOTS, SHORT_DOTS
from kh_docs.documents.file_properties import Properties, properties
from kh_docs.documents.given import Frame, Given
from kh_docs.documents.header import Header, header
from kh_docs.documents.lines import lines, slots
from kh_docs.documents.parts import Parts
from kh_docs.documents.speech import Speech
from kh_docs.facts.recipients import recipients, working_bodies
from kh_docs.layout.header import under_abstract
from kh_docs.layout.lines import Line
from kh_docs.render.values import Block, Run, Slot


class Signature(NamedTuple):
    """On whose behalf and in which post (one line each), and the name (PL I, P.I, II.7.b)."""

    authority: tuple[str, ...]
    name: Slot


class Framed(NamedTuple):
    """The fields that such documents have in common; the context of a kind begins with them."""

    props: Properties
    header: Header
    type_name: str
    abstract: list[Slot]
    under_abstract: Line
    body: list[Block]
    recipients: list[Slot]
    signature: Signature


def framed(speech: Speech, frame: Frame, parts: Parts, given: Given) -> Framed:
    """What every document that the unit issues prints around its annex tables."""
    abstract = lines(parts["abstract"])
    return Framed(
        props=properties(speech, frame, abstract),
        header=header(speech, frame, given),
        type_name=frame.type_name,
        abstract=slots(parts["abstract"]),
        under_abstract=under_abstract(abstract),
        body=parts["body"],
        recipients=_recipients(speech, parts),
        signature=_signature(speech),
    )


def _recipients(speech: Speech, parts: Parts) -> list[Slot]:
    """Those whom the wording names; where it names none, those who follow from the unit and its tasks."""
    if "recipients" in parts:
        return slots(parts["recipients"])
    channels = speech.unit_plan.book.head.channels
    channel = channels.plan if speech.recipe.looks_ahead else channels.report
    working = [*working_bodies(speech.unit_plan), *sorted(speech.said_bodies)]
    found = recipients(speech.unit_plan, channel, working)
    drafter = speech.controls.blank(
        "don_vi_soan_thao.gia_tri",
        "Đơn vị soạn thảo (viết tắt)",
        "Nơi nhận, cuối văn bản",
        dots=SHORT_DOTS,
    )
    return [*([Run("text", line)] for line in found), [Run("text", "- Lưu: VT, "), drafter, Run("text", ".")]]


def _signature(speech: Speech) -> Signature:
    signer = speech.unit_plan.local.signer
    name = speech.controls.blank(
        "nguoi_ky.ho_ten", "Họ và tên người ký", "Chữ ký, cuối văn bản", signer.name, DOTS
    )
    return Signature(speech.unit_plan.issuer.signs, [name])
