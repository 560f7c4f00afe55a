"""Click commands whose texts are translated when shown: decorators run before the language is known."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise
from typing import Any, TypeVar

import click

from kh_docs.cli.streams import put
from kh_docs.errors import UnknownName
from kh_docs.i18n import N_, _, set_language

AnyFunction = TypeVar("AnyFunction", bound=Callable[..., Any])

LANGUAGES = ("vi", "en")
LANGUAGE_VARIABLE = "KH_DOCS_LANG"

HELP_OF_HELP = N_("Hiện hướng dẫn này rồi thoát.")


def language_asked(arguments: list[str]) -> str:
    """What --lang or the environment says, read early so that a mistyped option is answered in it."""
    asked = os.environ.get(LANGUAGE_VARIABLE, "")
    for argument, following in pairwise([*arguments, ""]):
        if argument == "--lang":
            asked = following
        elif argument.startswith("--lang="):
            asked = argument.removeprefix("--lang=")
    return asked if asked in LANGUAGES else LANGUAGES[0]


# Click wraps help at fifty columns however narrow the screen is; ours goes down to this.
LEAST_HELP = 30


class HelpFormatter(click.HelpFormatter):
    """Help that fits a narrow screen: the names of options leave room for what they mean."""

    def __init__(
        self, indent_increment: int = 2, width: int | None = None, max_width: int | None = None
    ) -> None:
        super().__init__(indent_increment, width, max_width)
        screen = shutil.get_terminal_size().columns - 2
        if width is None and screen < self.width:
            self.width = max(screen, LEAST_HELP)

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        super().write_dl(rows, min(col_max, self.width // 2 - col_spacing), col_spacing)


class Context(click.Context):
    formatter_class = HelpFormatter


class Option(click.Option):
    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        with _translated(self, "help"):
            return super().get_help_record(ctx)

    def make_metavar(self, ctx: click.Context) -> str:
        with _translated(self, "metavar"):
            return super().make_metavar(ctx)


class Argument(click.Argument):
    def make_metavar(self, ctx: click.Context) -> str:
        with _translated(self, "metavar"):
            return super().make_metavar(ctx)


def option(*names: str, **attributes: Any) -> Callable[[AnyFunction], AnyFunction]:
    """`click.option` whose help and metavar are translated when shown."""
    return click.option(*names, cls=Option, **attributes)


class Command(click.Command):
    context_class = Context

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"options_metavar": N_("[TÙY CHỌN]"), **kwargs})

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except UnknownName as error:
            from kh_docs.cli.plan_taken import in_other_plans

            workspace = ctx.obj.find()
            raise in_other_plans(workspace, workspace.plan_id(ctx.params.get("plan_id")), error) from None

    def get_short_help_str(self, limit: int = 45) -> str:
        with _translated(self, "help"):
            # Click cuts at 45 characters whatever the width of the screen; ours are one line as they are.
            return super().get_short_help_str(limit=200)

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with _translated(self, "help"):
            super().format_help_text(ctx, formatter)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with _translated(self, "epilog"):
            super().format_epilog(ctx, formatter)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = _(HELP_OF_HELP)
            option.callback = _show_help
        return option

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        with _translated(self, "options_metavar"):
            return super().collect_usage_pieces(ctx)


def _show_help(context: click.Context, _option: click.Parameter, asked: bool) -> None:
    """As click does, but out of a stream that may take no more."""
    if asked and not context.resilient_parsing:
        put(context.get_help())
        context.exit()


class Group(Command, click.Group):
    command_class = Command

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        with _translated(self, "subcommand_metavar"):
            return super().collect_usage_pieces(ctx)

    def list_commands(self, ctx: click.Context) -> list[str]:
        # In the order of a clerk's work, not of the alphabet; another name of a command is not told twice.
        return [name for name, command in self.commands.items() if command.name == name]

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if ctx.parent is None:
            set_language(language_asked(args))
            args = _with_the_whole_first(args)
        return super().parse_args(ctx, args)


# What belongs to every command, and whether a value follows it.
_OF_THE_WHOLE = {"--lang": True, "--workspace": True, "--debug": False}


def _with_the_whole_first(arguments: Sequence[str]) -> list[str]:
    """The options of the whole program before the command's name, wherever they were typed."""
    first: list[str] = []
    rest: list[str] = []
    left = iter(arguments)
    for argument in left:
        if argument == "--":
            return [*first, *rest, argument, *left]
        name, given, _value = argument.partition("=")
        if name not in _OF_THE_WHOLE:
            rest.append(argument)
            continue
        first.append(argument)
        if _OF_THE_WHOLE[name] and not given:
            first += [value for value in [next(left, None)] if value is not None]
    return [*first, *rest]


@contextmanager
def _translated(shown: click.Command | click.Parameter, attribute: str) -> Iterator[None]:
    """Put the translation of a text in its place as long as click formats it."""
    written = getattr(shown, attribute)
    if not written:
        yield
        return
    setattr(shown, attribute, _(written))
    try:
        yield
    finally:
        setattr(shown, attribute, written)
