"""The command kh-docs: its global options, and how every failure becomes words and an exit code."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from types import FrameType

import click

from kh_docs.cli import streams
from kh_docs.cli.exit_codes import ExitCode
from kh_docs.cli.listed import ListingGroup, list_in
from kh_docs.cli.settings import Settings
from kh_docs.cli.spoken import LANGUAGE_VARIABLE, LANGUAGES, option
from kh_docs.cli.told_errors import _in_our_quotes, of_the_system, short_of_memory, shown_of, tell
from kh_docs.errors import KhDocsError, UsageError
from kh_docs.i18n import N_, _


@click.group(
    cls=ListingGroup,
    help=N_(
        "Từ kế hoạch của tỉnh đến văn bản của từng đơn vị (huyện; xã, phường), đúng thể thức Nghị định 30."
    ),
    epilog=N_(
        'Ví dụ: kh-docs generate --district "TÊN ĐƠN VỊ" làm mọi văn bản của đơn vị đó vào thư mục out/. '
        "Hướng dẫn từng lệnh: kh-docs LỆNH --help."
    ),
    subcommand_metavar=N_("LỆNH [THAM SỐ]..."),
    context_settings={"help_option_names": ["-h", "--help"]},
)
@option(
    "--workspace",
    type=click.Path(path_type=Path),
    metavar=N_("THƯ_MỤC"),
    help=N_("Thư mục có data/ và templates/; không ghi thì tìm từ thư mục hiện tại trở lên."),
)
@option(
    "--lang",
    type=click.Choice(LANGUAGES),
    envvar=LANGUAGE_VARIABLE,
    help=N_("Ngôn ngữ của hướng dẫn và thông báo; hoặc đặt biến môi trường KH_DOCS_LANG."),
)
@option("--debug", is_flag=True, help=N_("Khi có lỗi, in cả dấu vết cho người sửa chương trình."))
@option(
    "--version",
    is_flag=True,
    expose_value=False,
    is_eager=True,
    callback=lambda context, _option, asked: _show_version(context) if asked else None,
    help=N_("In phiên bản rồi thoát."),
)
@click.pass_context
def kh_docs(context: click.Context, workspace: Path | None, lang: str | None, debug: bool) -> None:
    # The language is set before parsing (Group.parse_args), the traceback belongs to main().
    del lang, debug
    context.obj = Settings(workspace)


def _show_version(context: click.Context) -> None:
    from importlib.metadata import version

    streams.put(f"kh-docs {version('kh-docs')}")
    context.exit()


list_in(kh_docs)


def main(arguments: list[str] | None = None) -> int:
    """Run the command; every way out is an exit code, none is a traceback unless --debug asks for it."""
    arguments = sys.argv[1:] if arguments is None else arguments
    streams.prepare()
    signal.signal(signal.SIGTERM, _interrupt)
    debug, as_json = "--debug" in arguments, "--json" in arguments
    try:
        _refuse_unpassable(arguments)
        code = int(kh_docs.main(arguments, prog_name="kh-docs", standalone_mode=False) or ExitCode.DONE)
    except (click.Abort, KeyboardInterrupt):
        streams.say(_("Đã dừng theo yêu cầu."))
        return ExitCode.INTERRUPTED
    except click.ClickException as error:
        tell(_in_our_quotes(error.format_message()), as_json=as_json, shown=_in_our_quotes(shown_of(error)))
        code = error.exit_code
    except (KhDocsError, OSError) as error:
        if debug:
            _say_traceback()
        told = str(error) if isinstance(error, KhDocsError) else of_the_system(error)
        tell(told, as_json=as_json, shown=_("Lỗi: {error}").format(error=told))
        code = ExitCode.WRONG_USE
    # The last resort of a program for people who cannot read a traceback; with --debug it is printed whole.
    except Exception as error:
        if debug:
            _say_traceback()
        if short_of_memory(error):
            told = _("máy không đủ bộ nhớ cho lệnh này")
            mend = _("-> đóng bớt chương trình khác rồi chạy lại, hoặc làm từng đơn vị một")
            code = ExitCode.WRONG_USE
        else:
            told = _("Lỗi của chính chương trình: {error}").format(error=f"{type(error).__name__}: {error}")
            mend = _(
                "-> chạy lại với --debug (trước tên lệnh) rồi gửi phần in ra cho người phụ trách kh-docs"
            )
            code = ExitCode.OUR_FAULT
        tell(f"{told} {mend}", as_json=as_json, shown=f"{told}\n{mend}")
    if streams.failed and code == ExitCode.DONE:
        # The work is done, but not all of what was to be told has arrived.
        return ExitCode.FOUND
    return code


def _refuse_unpassable(arguments: list[str]) -> None:
    """A command line has no such letters; a program that calls this function may."""
    for argument in arguments:
        try:
            broken = b"\0" in os.fsencode(argument)
        except UnicodeEncodeError:
            broken = True
        if broken:
            raise UsageError(_("“{}” có ký tự hỏng -> gõ lại").format(ascii(argument)[1:-1]))


def _interrupt(_signal: int, _frame: FrameType | None) -> None:
    """A polite end (SIGTERM) is treated as Ctrl+C: finish the file in hand, say what is left."""
    raise KeyboardInterrupt


def _say_traceback() -> None:
    import traceback

    streams.say(traceback.format_exc())
