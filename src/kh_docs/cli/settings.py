"""What was said before the command, and the data it leads to."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from kh_docs.model.book import Book
    from kh_docs.reading.workspace import Workspace


class Settings(NamedTuple):
    """The options before the command that commands need."""

    workspace: Path | None

    def find(self) -> Workspace:
        """The workspace meant: the one named, the nearest above, or what the package ships."""
        from kh_docs.reading.workspace import find_workspace

        return find_workspace(Path(), self.workspace)

    def read(self, plan_id: str | None) -> tuple[Workspace, Book]:
        """The workspace and one plan in it, whole and checked."""
        from kh_docs.reading.kept import load_kept

        workspace = self.find()
        return workspace, load_kept(workspace, self.plan(plan_id))

    def plan(self, asked: str | None) -> str:
        """The id of the plan meant; where none was named and there are several, it is said which is taken."""
        workspace = self.find()
        taken = workspace.plan_id(asked)
        if workspace.shipped:
            from kh_docs.cli.plan_taken import tell_unread

            tell_unread(workspace)
        if asked is None:
            from kh_docs.cli.plan_taken import tell_taken

            tell_taken(workspace, taken)
        return taken
