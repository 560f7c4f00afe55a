"""`kh-docs completion`: what a shell needs to finish commands, options and names by itself."""

from __future__ import annotations

import click

from kh_docs.cli.exit_codes import ExitCode
from kh_docs.cli.spoken import Argument, Command
from kh_docs.cli.streams import put, say
from kh_docs.i18n import N_, _

# Where each shell reads what it is to do at its start.
STARTED_BY = {
    "bash": "~/.bashrc",
    "zsh": "~/.zshrc",
    "fish": "~/.config/fish/completions/kh-docs.fish",
}


@click.command(
    cls=Command,
    epilog=N_("Ví dụ: kh-docs completion bash >> ~/.bashrc rồi mở lại cửa sổ lệnh."),
)
@click.argument("shell", cls=Argument, type=click.Choice(tuple(STARTED_BY)), metavar="bash|zsh|fish")
@click.pass_context
def completion(context: click.Context, shell: str) -> ExitCode:
    from click.shell_completion import get_completion_class

    made_by = get_completion_class(shell)
    assert made_by is not None  # click knows all that the choice offers
    put(made_by(context.find_root().command, {}, "kh-docs", "_KH_DOCS_COMPLETE").source())
    say(_("Đoạn trên nằm ở cuối tệp {file} thì có hiệu lực.").format(file=STARTED_BY[shell]))
    return ExitCode.DONE
