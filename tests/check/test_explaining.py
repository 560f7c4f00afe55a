"""`check --rules` and `check --explain RULE`."""

from __future__ import annotations

import json

import pytest

from kh_docs.check import RULES
from kh_docs.check.explaining import explanation
from kh_docs.cli.main import main
from kh_docs.i18n import set_language


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_rule_is_explained_with_two_examples(language: str) -> None:
    set_language(language)
    assert [rule.id for rule in RULES.values() if not all(explanation(rule))] == []


def test_a_rule_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    for spelling in ("ND30-CAP-CITE", "cap-cite"):
        assert main(["check", "--explain", spelling]) == 0
        assert capsys.readouterr().out.splitlines() == [
            "ND30-CAP-CITE (phải sửa; PL II, V.7)",
            "Viện dẫn: Phần, Chương, Mục, Tiểu mục, Điều viết hoa; khoản, điểm viết thường.",
            "Sai:  Điểm a Khoản 2 điều 103",
            "Đúng: điểm a khoản 2 Điều 103",
        ]
    assert main(["check", "--explain", "CAP-CYTE"]) == 2
    assert "không có quy tắc “CAP-CYTE” -> ND30-CAP-CITE" in capsys.readouterr().err


def test_all_rules(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--rules", "--json"]) == 0
    rules = json.loads(capsys.readouterr().out)["rules"]
    assert [rule["rule"] for rule in rules] == list(RULES)
    assert main(["check", "--rules"]) == 0
    assert "ND30-PAGE-SIZE" in capsys.readouterr().out
