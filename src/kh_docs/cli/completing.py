"""What a shell may offer when a person asks it to finish a word: names of units, plans and kinds."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from kh_docs.cli.settings import Settings
from kh_docs.errors import KhDocsError
from kh_docs.i18n import _

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from kh_docs.model.units import Unit


def units(context: click.Context, _parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    """The ids of the plan's units that begin like what was typed, each with its name."""
    from kh_docs.text import slug

    return _items(((unit.id, unit.full_name) for unit in _units(context)), slug(typed))


def plans(context: click.Context, _parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    """The plans of the workspace."""
    try:
        return _items(((plan, "") for plan in _settings(context).find().plan_ids()), typed)
    except KhDocsError:
        return []


def kinds(_context: click.Context, _parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    """The kinds of document."""
    from kh_docs.model.kinds import RECIPES

    return _items({recipe.kind: _(recipe.name) for recipe in reversed(RECIPES)}.items(), typed)


def rules(_context: click.Context, _parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    """The rules that `check` asks."""
    from kh_docs.check import RULES

    return _items(((rule, "") for rule in RULES), typed.upper())


def _settings(context: click.Context) -> Settings:
    # While a shell asks, no command runs that could have put them in place.
    return Settings(context.find_root().params.get("workspace"))


def _units(context: click.Context) -> Iterable[Unit]:
    try:
        from kh_docs.reading.kept import load_kept

        return load_kept(_settings(context).find(), context.params.get("plan_id")).units.values()
    except KhDocsError:
        return ()


def _items(names: Iterable[tuple[str, str]], typed: str) -> list[CompletionItem]:
    from click.shell_completion import CompletionItem

    return [CompletionItem(name, help=told or None) for name, told in names if name.startswith(typed)]
