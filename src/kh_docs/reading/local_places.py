"""Where a unit's own data lie: what holds whatever the plan in one file, the rest by plan.

Before plans were told apart all of it lay in the one file; there it is still read, for the oldest plan.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kh_docs.i18n import _
from kh_docs.reading.workspace import UNIT_FOLDERS, Workspace

if TYPE_CHECKING:
    # Where the files lie is asked by every run, what they say only by those that read data.
    from kh_docs.reading.yaml_text import YamlText

FOLDER, COMMUNES = UNIT_FOLDERS
# Units of two levels may bear one id, and the signer of one is not that of the other.
SHARED = {"xã": COMMUNES}
# What belongs to the unit, whatever the plan.
OF_UNIT = ("signer",)


class Places(NamedTuple):
    """The folders of one plan: `shared` holds a file for each unit, `own` one more for the plan."""

    shared: Path
    own: Path
    # The oldest plan of the workspace: what lies in `shared` is told of it.
    oldest: bool

    def sources(self, unit: str) -> Sources:
        """Both files of `unit`, each read once; one that is not there says nothing."""
        return Sources(_read(self.shared, unit), _read(self.own, unit), self.oldest)

    def units(self) -> list[str]:
        """The units that have a file; those of `shared` are only the oldest plan's business."""
        folders = (self.shared, self.own) if self.oldest else (self.own,)
        return sorted({path.stem for folder in folders for path in folder.glob("*.yaml")})


class Sources(NamedTuple):
    """What the two files of one unit say."""

    shared: YamlText
    own: YamlText
    oldest: bool

    def joined(self) -> YamlText:
        """What they say of the plan, as one text; where both speak, the plan's own file is right."""
        from kh_docs.reading.yaml_text import YamlText

        joined = YamlText(self.own.file, value={})
        for source in (self.shared, self.own):
            joined.problems += source.problems
            joined.warnings += source.warnings
            for key, value in self.told(source).items():
                joined.value[key] = value
                joined.files[key] = source.file
                joined.lines = {path: line for path, line in joined.lines.items() if path[:1] != (key,)}
                joined.lines |= {path: line for path, line in source.lines.items() if path[:1] == (key,)}
        return joined

    def told(self, source: YamlText) -> dict[str, object]:
        """What `source` says of this plan."""
        value: dict[str, object] = source.value if isinstance(source.value, dict) else {}
        if source is self.own or self.oldest:
            return value
        return {key: value[key] for key in OF_UNIT if key in value}

    def misplaced(self) -> list[str]:
        """What is told of the plan in the file that holds for every plan."""
        return [key for key in self.told(self.shared) if key not in OF_UNIT]

    def split(self, data: dict[str, object]) -> list[tuple[YamlText, dict[str, object]]]:
        """The new contents of both files that say `data`: each thing stays where it stands."""
        old, own = self.told(self.shared), self.told(self.own)
        # Whoever still has all in one file keeps one file.
        together = bool(self.misplaced()) and not own
        here = {key for key in data if key not in own and (key in old or key in OF_UNIT or together)}
        rest = {key: value for key, value in _all(self.shared).items() if key not in old}
        shared = {**{key: value for key, value in data.items() if key in here}, **rest}
        return [(self.shared, shared), (self.own, {key: data[key] for key in data if key not in here})]


def places_of(workspace: Workspace, plan_id: str, level: str) -> Places:
    """The folders of the plan `plan_id`, whose units are of `level`."""
    shared = workspace.data / SHARED.get(level, FOLDER)
    return Places(shared, workspace.data / FOLDER / plan_id, plan_id == workspace.oldest_plan())


def folders_of(workspace: Workspace, plan_id: str) -> tuple[Path, ...]:
    """All that may hold files of the plan's units, whatever their level."""
    shared = (workspace.data / name for name in UNIT_FOLDERS)
    return (*shared, workspace.data / FOLDER / plan_id)


def _read(folder: Path, unit: str) -> YamlText:
    from kh_docs.reading.yaml_text import YamlText, read_yaml

    path = folder / f"{unit}.yaml"
    shown = path.relative_to(folder.parents[1 if folder.name in UNIT_FOLDERS else 2]).as_posix()
    if not (path.exists() or path.is_symlink()):
        return YamlText(shown, value={})
    source = read_yaml(path, shown)
    if not source.problems and not isinstance(source.value, dict):
        message = _("sai kiểu: cả tệp phải là các trường “tên: giá trị”")
        source.problem(1, "", message, _("xem ghi chú ở đầu tệp để biết cách viết"))
    source.value = _without_nothing(source.value)
    return source


def _without_nothing(value: object) -> object:
    """Empty where somebody wrote what YAML calls nothing: in a unit's own data it is never a word."""
    if isinstance(value, dict):
        return {key: _without_nothing(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_without_nothing(inner) for inner in value]
    return "" if isinstance(value, str) and value.lower() in ("~", "null") else value


def _all(source: YamlText) -> dict[str, object]:
    return source.value if isinstance(source.value, dict) else {}
