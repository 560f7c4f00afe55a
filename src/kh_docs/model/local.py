"""What only the district knows: its signer, chosen communes, models, schools, own targets.

Every field may be missing: what a document needs of it then stays a blank to fill in.
"""

from __future__ import annotations

from typing import Literal

from kh_docs.model.base import Day, Model, Text, Texts, Whole, YesNo


class Signer(Model):
    """`deputy` yes: KT. CHỦ TỊCH / PHÓ CHỦ TỊCH (NĐ 30/2020, PL I, P.I, II.7.b)."""

    name: str = ""
    deputy: YesNo = False


class Cited(Model):
    """A document of the district, enough to cite it."""

    number: Text
    issued_on: Day


class ExemplaryCommune(Model):
    name: Text
    year: str = ""
    met: str = ""
    missing: str = ""
    due: str = ""


class Body(Model):
    """An agency, enterprise or school that registers to become exemplary."""

    name: Text
    kind: Literal["cơ quan", "doanh nghiệp", "cơ sở giáo dục"]
    size: str = ""
    address: str = ""


class HighSchool(Model):
    name: Text
    launched_on: Day | None = None
    officer: str = ""


class MovementModel(Model):
    """A model (mô hình), counted by points and teams as HD 22/HD-BCA-V05 does."""

    name: Text
    kind: str = ""
    points: Whole | None = None
    teams: Whole | None = None
    members: Whole | None = None
    lead: str = ""
    year: str = ""
    group: str = ""


class Area(Model):
    """The residential area where the festival is held as a model."""

    name: Text
    address: str = ""
    reason: str = ""


class OwnTargets(Model):
    """Figures the district sets itself (Phụ lục I, last rows), as they should be printed."""

    safe_areas: str = ""
    camera_communes: str = ""
    forums: str = ""
    training_classes: str = ""
    drug_free_new: str = ""
    kept_communes: str = ""
    kept_bodies: str = ""
    kept_wards: str = ""


class Share(Model):
    """What one commune is given (Phụ lục IV)."""

    exemplary: str = ""
    drug_free: str = ""
    drug_model: str = ""
    camera: str = ""
    safe_areas: str = ""


class LocalData(Model):
    """data/districts/<id>.yaml."""

    signer: Signer = Signer()
    proposal: Cited | None = None
    party_basis: str = ""
    plan_issued: Cited | None = None
    exemplary_communes: tuple[ExemplaryCommune, ...] = ()
    drug_free_communes: Texts = ()
    to_clean_communes: Texts = ()
    key_communes: Texts = ()
    bodies: tuple[Body, ...] = ()
    model_area: Area | None = None
    high_schools: tuple[HighSchool, ...] = ()
    models: tuple[MovementModel, ...] = ()
    own_targets: OwnTargets = OwnTargets()
    shares: dict[str, Share] = {}
    no_commune_left: YesNo = False
