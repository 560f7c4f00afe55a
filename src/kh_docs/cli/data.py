"""`kh-docs data`: the unit's own data, out to an Excel workbook and back, and what is wrong with it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click

from kh_docs.cli.data_import import import_
from kh_docs.cli.exit_codes import ExitCode, worst
from kh_docs.cli.options import FILE, plan_option, unit_option
from kh_docs.cli.settings import Settings
from kh_docs.cli.spoken import Argument, Command, Group, option
from kh_docs.cli.streams import put, say
from kh_docs.i18n import N_, _


@click.group(
    cls=Group,
    subcommand_metavar=N_("LỆNH [THAM SỐ]..."),
)
def data() -> None:
    pass


@data.command(
    "export",
    cls=Command,
    help=N_("Xuất bảng Excel đã điền sẵn những gì đã biết, để nhập dữ liệu riêng của đơn vị."),
    epilog=N_('Ví dụ: kh-docs data export so-lieu.xlsx --district "TÊN ĐƠN VỊ"'),
)
@click.argument("file", cls=Argument, type=FILE, metavar=N_("TỆP.xlsx"))
@unit_option(N_("Đơn vị cần xuất; ghi nhiều lần được; không ghi thì tất cả."), multiple=True)
@option(
    "--each",
    is_flag=True,
    help=N_("Mỗi đơn vị một bảng, tên tệp thêm mã đơn vị: so-lieu-vinh.xlsx."),
)
@option(
    "--force",
    is_flag=True,
    help=N_("Ghi cả khi ở đó đã có tệp khác hoặc bảng đã điền; tệp ấy được đổi tên, không mất."),
)
@plan_option
@click.pass_obj
def export_(
    settings: Settings, file: Path, names: tuple[str, ...], each: bool, force: bool, plan_id: str | None
) -> ExitCode:
    from kh_docs.cli.saving import save, save_over
    from kh_docs.errors import DataError
    from kh_docs.facts.finding import unit_by_name, units_of
    from kh_docs.reading.workspace import wording_folders
    from kh_docs.render.words import Words
    from kh_docs.sheets.form.scope import scopes_of
    from kh_docs.sheets.reading.sources import known_data, read_sources
    from kh_docs.sheets.writing.workbook import workbook

    workspace, book = settings.read(plan_id)
    units = [unit_by_name(book, name) for name in names] or list(units_of(book))
    known, problems = known_data(read_sources(workspace, book, [unit.id for unit in units]))
    if problems:
        raise DataError(problems)
    words = Words(*wording_folders(workspace.templates, book.head.id))
    scopes = scopes_of(book, words, [unit.id for unit in units])
    books = {file: list(scopes.values())}
    if each:
        books = {file.with_stem(f"{file.stem}-{unit}"): [scope] for unit, scope in scopes.items()}
    # All are made before the first is written: a fault in one unit's data leaves no half of them.
    contents = {path: workbook(of_book, known) for path, of_book in books.items()}
    words.memory.save()
    codes = {path: (save_over if force else save)(path, made, ".xlsx") for path, made in contents.items()}
    written = [path for path, code in codes.items() if code is ExitCode.DONE]
    for path in written:
        put(path)
    if len(written) < len(codes):
        say(_("Cần bảng mới ở đúng tên đó thì thêm --force; tệp đang có sẽ được đổi tên, không mất."))
    if written:
        say(_("Điền xong thì chạy: kh-docs data import {file} --dry-run").format(file=written[0]))
    return worst(codes.values())


@data.command(
    "check",
    cls=Command,
    help=N_("Kiểm tra dữ liệu của kế hoạch và của đơn vị: từng tệp cho gì, lỗi ở dòng nào."),
)
@plan_option
@click.pass_obj
def check_(settings: Settings, plan_id: str | None) -> ExitCode:
    from kh_docs.documents.unknown_names import unknown_names
    from kh_docs.facts.proposed import proposals, questions
    from kh_docs.pipeline.rehearsing import rehearse
    from kh_docs.reading.given import given, misplaced
    from kh_docs.sheets.reading.unknown import unknown_answers

    workspace, book = settings.read(plan_id)
    for line in given(workspace, book):
        say(line)
    problems = [problem for found in book.local_problems.values() for problem in found]
    problems += unknown_names(workspace, book)
    warnings = [problem for found in book.local_warnings.values() for problem in found]
    warnings += [
        warning for warning in book.warnings if warning.file.startswith(("data/districts/", "data/communes/"))
    ]
    warnings += misplaced(workspace, book)
    warnings += unknown_answers(workspace, book)
    not_made = [each for each in rehearse(workspace, book) if each.reason]
    for problem in problems:
        put(problem)
    for each in not_made:
        put(_("văn bản {stem} không làm được: {reason}").format(stem=each.stem, reason=each.reason))
    for warning in warnings:
        say(_("Lưu ý: {warning}").format(warning=warning))
    if left := proposals(book):
        asked = len(questions(book))
        message = _("Kế hoạch {plan}: còn {count} giá trị đề xuất, {questions} câu hỏi chưa ai duyệt.")
        say(message.format(plan=book.head.id, count=len(left) - asked, questions=asked))
    counts = Counter(
        {
            "files": len({*book.local, *book.local_problems}),
            "errors": len(problems) + len(not_made),
            "warnings": len(warnings),
        }
    )
    say(_("Đã kiểm tra {files} tệp của đơn vị: {errors} lỗi, {warnings} lưu ý.").format(**counts))
    return ExitCode.FOUND if problems or not_made else ExitCode.DONE


data.add_command(import_)
