"""What only the unit knows: its signer, chosen communes, models, schools, own targets, figures.

Every field may be missing: what a document needs of it then stays a blank to fill in.
"""

from collections.abc import Mapping
from typing import Annotated, Literal

from kh_docs.i18n import _
from kh_docs.model.base import Checked, Day, Model, Text, Whole, YesNo
from kh_docs.model.kinds import Kind


def _decimal(value: str) -> str:
    digits = value.replace(",", "", 1)
    if value and not (digits.isascii() and digits.isdigit() and value[0] != "," and value[-1] != ","):
        raise ValueError(_("“{}” không phải số (số lẻ viết dấu phẩy, ví dụ 12,5)").format(value))
    return value


# A number as it stands in the data: digits, a comma before the decimals; empty: not known.
Number = Annotated[str, Checked(_decimal)]
BODY_KINDS = ("cơ quan", "doanh nghiệp", "cơ sở giáo dục")
KEPT_KINDS = ("đơn vị cấp xã", *BODY_KINDS, "Công an phường")
DRUG_STATES = ("giữ vững", "làm sạch")
NTM_STATES = ("đạt chuẩn", "nâng cao", "kiểu mẫu", "đăng ký nâng cao", "đăng ký kiểu mẫu")


class Signer(Model):
    """`deputy` yes: KT. CHỦ TỊCH / PHÓ CHỦ TỊCH (NĐ 30/2020, PL I, P.I, II.7.b)."""

    name: str = ""
    deputy: YesNo = False


class Cited(Model):
    """A document of the unit, enough to cite it."""

    number: Text
    issued_on: Day


class Share(Model):
    """What one commune is given (Phụ lục IV)."""

    exemplary: str = ""
    drug_free: str = ""
    drug_model: str = ""
    camera: str = ""
    safe_areas: Number = ""

    @property
    def given(self) -> bool:
        return any(vars(self).values())


class CommuneData(Model):
    """What the unit has decided about one of its communes."""

    exemplary: YesNo = False
    year: str = ""
    met: Whole | None = None
    missing: str = ""
    due: str = ""
    decision: str = ""
    drugs: Literal["", "giữ vững", "làm sạch"] = ""
    drugs_due: str = ""
    drugs_note: str = ""
    key_area: YesNo = False
    ntm: Literal["", "đạt chuẩn", "nâng cao", "kiểu mẫu", "đăng ký nâng cao", "đăng ký kiểu mẫu"] = ""
    share: Share = Share()


class Kept(Model):
    """An exemplary unit of the year before, which has to stay one."""

    name: Text
    kind: Literal["đơn vị cấp xã", "cơ quan", "doanh nghiệp", "cơ sở giáo dục", "Công an phường"]
    decision: str = ""
    note: str = ""


class Body(Model):
    """An agency, enterprise or school that registers to become exemplary."""

    name: Text
    kind: Literal["cơ quan", "doanh nghiệp", "cơ sở giáo dục"]
    size: str = ""
    address: str = ""
    decision: str = ""


class HighSchool(Model):
    name: Text
    launched_on: Day | None = None
    officer: str = ""


class MovementModel(Model):
    """A model (mô hình), counted by points and teams as HD 22/HD-BCA-V05 does.

    `sheet` holds the rest of the sheet by which it is judged, by the ids of model-sheet.yaml.
    """

    name: Text
    code: str = ""
    kind: str = ""
    commune: str = ""
    proposer: str = ""
    lead: str = ""
    decision: str = ""
    year: str = ""
    points: Whole | None = None
    teams: Whole | None = None
    members: Whole | None = None
    officer: str = ""
    funding: str = ""
    group: str = ""
    reviewed_on: Day | None = None
    note: str = ""
    sheet: dict[str, str] = {}


class Area(Model):
    """The residential area where the festival is held as a model."""

    name: Text
    address: str = ""
    reason: str = ""


class OwnTargets(Model):
    """Figures the unit sets itself or has from decisions of its own (Phụ lục I)."""

    safe_areas: Number = ""
    camera_communes: Number = ""
    forums: Number = ""
    training_classes: Number = ""
    drug_free_new: Number = ""
    kept_communes: Number = ""
    kept_bodies: Number = ""
    kept_wards: Number = ""


class Assignment(Model):
    """How the unit assigns a task differently from what the program proposes."""

    lead: str = ""
    support: str = ""
    due: str = ""
    product: str = ""


class LocalData(Model):
    """data/districts/<id>.yaml; `answers` fills any other blank of a document by the tag of its control."""

    signer: Signer = Signer()
    proposal: Cited | None = None
    party_basis: str = ""
    plan_issued: Cited | None = None
    model_area: Area | None = None
    no_commune_left: YesNo = False
    own_targets: OwnTargets = OwnTargets()
    communes: dict[str, CommuneData] = {}
    kept: tuple[Kept, ...] = ()
    bodies: tuple[Body, ...] = ()
    high_schools: tuple[HighSchool, ...] = ()
    models: tuple[MovementModel, ...] = ()
    assignments: dict[str, Assignment] = {}
    answers: dict[Kind, dict[str, str]] = {}

    @property
    def exemplary_communes(self) -> tuple[str, ...]:
        return tuple(name for name, commune in self.communes.items() if commune.exemplary)

    @property
    def key_communes(self) -> tuple[str, ...]:
        return tuple(name for name, commune in self.communes.items() if commune.key_area)

    @property
    def shares(self) -> Mapping[str, Share]:
        return {name: commune.share for name, commune in self.communes.items() if commune.share.given}


# What `applies: {local: …}` may name: the fields, and what is worked out from them.
LOCAL_NAMES = (*LocalData.field_types, "exemplary_communes", "key_communes")

# Where a unit has told us nothing.
NOTHING_TOLD = LocalData()
NO_ASSIGNMENT = Assignment()
NO_COMMUNE_DATA = CommuneData()
