"""What an inspection asks: the items of the checklist in their groups, files, remedies."""

from kh_docs.model.base import Bound, Model, Text, Texts, Whole, YesNo


class Adds(Model):
    """The list whose column gives the figure, of the rows that say one of these words elsewhere."""

    list: Text
    column: Text
    where: dict[str, Texts] = {}


class ChecklistGroup(Model):
    id: Text
    title: Text


class ChecklistItem(Bound):
    """One criterion; without `commune_text` it cannot be judged at a commune."""

    id: Text
    group: Text
    text: Text
    commune_text: str = ""
    clause: Texts
    evidence: Text
    commune_evidence: str = ""
    # What it looks at, in a few words, for units that it does not bind.
    about: str = ""
    critical: YesNo = False
    deadline: str = ""
    # The unit's own day, by which a commune has to be ready.
    commune_deadline: str = ""


class ByInspector(Model):
    province: Texts = ()
    district: Texts = ()


class Remedies(Model):
    rows: Whole = 5


class DossierItem(Model):
    id: Text
    text: Text
    commune_text: str = ""


class Checklist(Model):
    """What an inspection looks at; a plan without criteria has an empty one."""

    results: Texts = ("Đạt", "Không đạt", "Không áp dụng", "Chưa đến hạn")
    # The groups that the team comes for, and what they and the others are called.
    core: Texts = ()
    parts: Texts = ()
    groups: tuple[ChecklistGroup, ...] = ()
    order: ByInspector = ByInspector()
    items: tuple[ChecklistItem, ...] = ()
    figures: ByInspector = ByInspector()
    remedies: Remedies = Remedies()
    dossier: tuple[DossierItem, ...] = ()

    def __len__(self) -> int:
        return len(self.items)
