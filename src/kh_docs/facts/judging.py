"""Judge a unit's own data by the plan: what falls short of a target, breaks a rule or misses a date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from kh_docs.facts.clause_names import clause_name
from kh_docs.facts.dates_vi import short_date
from kh_docs.facts.numbers_vi import number_of
from kh_docs.facts.unit_plan import UnitPlan
from kh_docs.i18n import _
from kh_docs.model.base import parse_date
from kh_docs.model.book import Book
from kh_docs.model.local import Body

# Thông tư số 124/2021/TT-BCA does not apply to these (gap G11).
_YOUNG_SCHOOL = re.compile(r"tiểu học|mầm non|mẫu giáo|nhà trẻ", re.IGNORECASE)
_SMALL = re.compile(r"siêu nhỏ|\bnhỏ\b", re.IGNORECASE)
_ARMED = re.compile(r"quân đội|quân sự|bộ đội|biên phòng|công an|cảnh sát", re.IGNORECASE)
CRITERIA = 34


class Remark(NamedTuple):
    """A doubt about a place in the data; it stops nothing."""

    path: tuple[str | int, ...]
    message: str
    fix: str


def remarks(book: Book, unit: str) -> list[Remark]:
    """All doubts about the data of `unit`, each with the clause it rests on."""
    plan = UnitPlan(book, book.units[unit], book.head.issued_on)
    checks = (_communes, _own_targets, _registered, _bodies, _schools, _models, _dates, _assignments)
    found = [remark for check in checks for remark in check(plan)]
    return found + list(_figures(plan))


def _communes(plan: UnitPlan) -> Iterator[Remark]:
    """Enough communes for T10, and criteria that can be."""
    chosen = plan.local.exemplary_communes
    due = _figure(plan, "T10")
    if chosen and len(chosen) < due and not plan.local.no_commune_left:
        yield Remark(
            ("communes", chosen[-1]),
            _("mới chọn {} đơn vị cấp xã điển hình, chỉ tiêu là {:02d} ({})").format(
                f"{len(chosen):02d}", due, clause_name(plan.target("T10").clause)
            ),
            _("chọn thêm {} đơn vị, hoặc ghi rõ lý do khi báo cáo Công an tỉnh").format(
                f"{due - len(chosen):02d}"
            ),
        )
    for name, commune in plan.local.communes.items():
        if commune.met is not None and commune.met > CRITERIA:
            yield Remark(
                ("communes", name, "met"),
                _("{} tiêu chí đạt, mà bộ tiêu chí chỉ có {}").format(commune.met, CRITERIA),
                _("kiểm tra lại bảng tự chấm"),
            )
        if commune.exemplary and any(item.name == name for item in plan.local.kept):
            yield Remark(
                ("communes", name, "exemplary"),
                _("“{}” đã là đơn vị điển hình phải duy trì, nay lại đăng ký xây dựng mới ({})").format(
                    name, clause_name("II.5.b")
                ),
                _("bỏ một trong hai chỗ"),
            )


def _own_targets(plan: UnitPlan) -> Iterator[Remark]:
    """Targets that cannot be reached because there is not so much of it."""
    communes = len(plan.unit.children)
    most = {"safe_areas": (100, "II.7.c"), "camera_communes": (communes, "II.6.b"),
            "drug_free_new": (communes, "II.1.c"), "kept_communes": (communes, "II.5.b")}  # fmt: skip
    for name, (limit, clause) in most.items():
        text = getattr(plan.local.own_targets, name)
        if (figure := number_of(text)) is not None and figure > limit:
            yield Remark(
                ("own_targets", name),
                _("chỉ tiêu {} lớn hơn mức cao nhất có thể là {} ({})").format(
                    text, limit, clause_name(clause)
                ),
                _("kiểm tra lại số và đơn vị tính"),
            )
    for name, commune in plan.local.communes.items():
        if commune.year and not re.fullmatch(r"20\d\d", commune.year):
            yield Remark(
                ("communes", name, "year"),
                _("năm đăng ký “{}” không phải là năm").format(commune.year[:40]),
                _("ghi bốn chữ số, ví dụ {}").format(plan.book.head.year),
            )


def _figure(plan: UnitPlan, target: str) -> int:
    """The unit's figure; 0 where the plan has no such target."""
    return int(plan.figure(target).text) if target in plan.book.targets else 0


def _registered(plan: UnitPlan) -> Iterator[Remark]:
    """One agency, one enterprise, two schools at least."""
    bodies = plan.local.bodies
    for kind, target in (("cơ quan", "T11"), ("doanh nghiệp", "T12"), ("cơ sở giáo dục", "T13")):
        count = sum(body.kind == kind for body in bodies)
        due = _figure(plan, target)
        if bodies and count < due:
            yield Remark(
                ("bodies",),
                _("mới đăng ký {:02d} {}, chỉ tiêu ít nhất {:02d} ({})").format(
                    count, kind, due, clause_name(plan.target(target).clause)
                ),
                _("đăng ký thêm cho đủ"),
            )


def _bodies(plan: UnitPlan) -> Iterator[Remark]:
    for index, body in enumerate(plan.local.bodies):
        if reason := _outside_the_circular(body):
            yield Remark(
                ("bodies", index, "size" if body.size else "name"),
                _("“{}” là {}, Thông tư số 124/2021/TT-BCA không áp dụng (G11, {})").format(
                    body.name, reason, clause_name("II.5.b")
                ),
                _("chọn đơn vị khác, hoặc hỏi Công an tỉnh trước khi đăng ký"),
            )


def _outside_the_circular(body: Body) -> str:
    words = f"{body.name} {body.size}"
    if body.kind == "cơ sở giáo dục" and _YOUNG_SCHOOL.search(words):
        return _("trường tiểu học, mầm non")
    if body.kind == "doanh nghiệp" and _SMALL.search(body.size):
        return _("doanh nghiệp nhỏ, siêu nhỏ")
    if body.kind == "cơ quan" and _ARMED.search(words):
        return _("đơn vị lực lượng vũ trang")
    return ""


def _schools(plan: UnitPlan) -> Iterator[Remark]:
    if "D08" not in plan.book.deadlines:
        return
    last = plan.dates("D08").last_day
    for index, school in enumerate(plan.local.high_schools):
        if school.launched_on and school.launched_on > last:
            yield _late(
                ("high_schools", index, "launched_on"), school.name, school.launched_on, last, plan, "D08"
            )


def _models(plan: UnitPlan) -> Iterator[Remark]:
    if "D04" not in plan.book.deadlines:
        return
    last = plan.dates("D04").last_day
    for index, model in enumerate(plan.local.models):
        if model.reviewed_on and model.reviewed_on > last:
            yield _late(("models", index, "reviewed_on"), model.name, model.reviewed_on, last, plan, "D04")


def _late(
    path: tuple[str | int, ...], name: str, day: date, last: date, plan: UnitPlan, deadline: str
) -> Remark:
    known = plan.book.deadlines[deadline]
    return Remark(
        path,
        _("{}: ngày {} sau ngày cuối {} của thời hạn “{}” ({})").format(
            name, short_date(day), short_date(last), known.literal, clause_name(known.clause)
        ),
        _("kiểm tra lại ngày; nếu đúng thì báo cáo rõ việc chậm"),
    )


def _dates(plan: UnitPlan) -> Iterator[Remark]:
    """The plan's own date, and the days that reports state."""
    issued = plan.local.plan_issued
    own = next(item.deadline for item in plan.book.head.kinds if item.id == "ke-hoach")
    last = plan.dates(own).last_day
    if issued and issued.issued_on > last:
        yield _late(("plan_issued", "issued_on"), _("kế hoạch của đơn vị"), issued.issued_on, last, plan, own)
    days = {
        item.id: item.deadline
        for item in plan.book.indicators.indicators
        if item.type == "d" and item.deadline
    }
    for kind, answers in plan.local.answers.items():
        for tag, text in answers.items():
            name, _dot, column = tag.partition(".")
            if name not in days or column != "ky_nay" or days[name] not in plan.book.deadlines:
                continue
            try:
                day = parse_date(text)
            except ValueError:
                continue
            last = plan.dates(days[name]).last_day
            if day > last:
                yield _late(("answers", kind, tag), name, day, last, plan, days[name])


def _assignments(plan: UnitPlan) -> Iterator[Remark]:
    """A task that the unit wants done after the plan's own deadline."""
    for name, assignment in plan.local.assignments.items():
        task = plan.book.tasks.get(name)
        days = re.findall(r"\d{1,2}/\d{1,2}/\d{4}", assignment.due)
        if task is None or not task.deadline.plan or not days:
            continue
        last = max(plan.dates(deadline).last_day for deadline in task.deadline.plan)
        try:
            day = max(parse_date(text) for text in days)
        except ValueError:
            continue
        if day > last:
            yield _late(("assignments", name, "due"), name, day, last, plan, task.deadline.plan[-1])


def _figures(plan: UnitPlan) -> Iterator[Remark]:
    """Figures of the reports that contradict each other, the lists or the number of communes."""
    communes = len(plan.unit.children)
    labels = {item.id: item for item in plan.book.indicators.indicators}
    for kind, answers in plan.local.answers.items():
        told = {
            tag.removesuffix(".ky_nay"): int(text)
            for tag, text in answers.items()
            if tag.endswith(".ky_nay") and text.isdigit()
        }
        known = {"tong_don_vi_cap_xa": communes, **told}
        if plan.local.high_schools:
            known.setdefault("thpt_tong", len(plan.local.high_schools))
        for check in plan.book.indicators.checks:
            if not {*check.left, *check.right} <= known.keys() or not told.keys() & {
                *check.left,
                *check.right,
            }:
                continue
            left, right = (sum(known[name] for name in side) for side in (check.left, check.right))
            if left > right or (check.relation == "equal" and left != right):
                clauses = ", ".join(clause_name(clause) for clause in labels[check.left[0]].clause)
                place = next(name for name in (*check.left, *check.right) if name in told)
                yield Remark(
                    ("answers", kind, f"{place}.ky_nay"),
                    _("{}: số liệu là {} và {} ({})").format(check.text.rstrip("."), left, right, clauses),
                    _("kiểm tra lại hai số liệu"),
                )
