"""`kh-docs check --rules` and `--explain RULE`: what each rule wants, with a wrong and a right example."""

from __future__ import annotations

import difflib

from kh_docs.check import RULES, Rule
from kh_docs.check.explaining import Explanation, explanation
from kh_docs.cli.check_words import SEVERITIES
from kh_docs.cli.exit_codes import ExitCode
from kh_docs.cli.streams import put, put_json, put_table
from kh_docs.cli.table import table
from kh_docs.errors import UsageError
from kh_docs.i18n import _


def show(rule_id: str | None, as_json: bool) -> ExitCode:
    """All rules, or the one asked for."""
    chosen = list(RULES.values()) if rule_id is None else [_rule(rule_id)]
    if as_json:
        put_json({"rules": [_as_json(rule) for rule in chosen]})
    elif rule_id is None:
        heads = (_("Quy tắc"), _("Mức"), _("Căn cứ"), _("Nội dung"))
        rows = [
            (rule.id, _(SEVERITIES[rule.severity]), rule.clause, explanation(rule).text) for rule in chosen
        ]
        put_table(table(heads, rows))
    else:
        rule, told = chosen[0], explanation(chosen[0])
        put(f"{rule.id} ({_(SEVERITIES[rule.severity])}; {rule.clause})")
        put(told.text)
        put(_("Sai:  {example}").format(example=told.bad))
        put(_("Đúng: {example}").format(example=told.good))
    return ExitCode.DONE


def _rule(rule_id: str) -> Rule:
    known = {each.casefold(): rule for each, rule in RULES.items()}
    wanted = f"nd30-{rule_id.strip().casefold().removeprefix('nd30-')}"
    if wanted not in known:
        near = [known[each].id for each in difflib.get_close_matches(wanted, known, n=3)]
        message = _("không có quy tắc “{rule}” -> {choices}")
        choices = ", ".join(near) if near else _("xem danh sách: kh-docs check --rules")
        raise UsageError(message.format(rule=rule_id, choices=choices))
    return known[wanted]


def _as_json(rule: Rule) -> dict[str, str]:
    told: Explanation = explanation(rule)
    return {"rule": rule.id, "severity": rule.severity, "clause": rule.clause, **told._asdict()}
