"""The values that data is read into: frozen, whole, with no field that nobody knows."""

from __future__ import annotations

import pickle
from datetime import date

import pytest
from pydantic import TypeAdapter, ValidationError

from kh_docs.model.base import Model
from kh_docs.model.head import Period
from kh_docs.model.local import LocalData, Signer
from kh_docs.model.plan import Rule


def test_a_value_is_set_once() -> None:
    signer = Signer(name="Nguyễn Văn A")
    with pytest.raises(AttributeError, match=r"Signer\.name is not to be changed"):
        signer.name = "Trần Văn B"  # type: ignore[misc]
    with pytest.raises(AttributeError):
        del signer.name
    assert signer.replace(deputy=True) == Signer(name="Nguyễn Văn A", deputy=True)
    assert (signer.name, signer.deputy) == ("Nguyễn Văn A", False)


def test_missing_and_unknown_fields_are_refused() -> None:
    with pytest.raises(TypeError, match="Rule: no value for kind"):
        Rule()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="Signer: no fields ten"):
        Signer(ten="a")  # type: ignore[call-arg]
    with pytest.raises(ValueError, match="thiếu ngày, tháng, quý hoặc năm"):
        Rule(kind="in_year")


def test_values_are_equal_by_their_fields_and_survive_the_cache() -> None:
    rule = Rule(kind="in_year", year=2024)
    assert rule == Rule(kind="in_year", year=2024) != Rule(kind="by_year", year=2024)
    assert hash(rule) == hash(Rule(kind="in_year", year=2024))
    assert rule != "in_year"
    assert pickle.loads(pickle.dumps(rule)) == rule
    assert repr(Signer(name="A")) == "Signer(name='A', deputy=False)"


def test_a_field_cannot_hide_behind_a_method() -> None:
    with pytest.raises(TypeError, match="check, replace cannot be names of fields"):
        type("Bad", (Model,), {"__annotations__": {"check": str, "replace": str, "name": str}})


def test_no_two_values_share_a_default_that_can_change() -> None:
    assert LocalData().communes is not LocalData().communes


def test_a_field_is_read_by_the_name_it_has_in_the_data() -> None:
    adapter = TypeAdapter(Period)
    values = {"kind": "bao-cao-nam", "from": "01/01/2024", "to": "30/11/2024", "proposed": "có"}
    period = adapter.validate_python(values)
    assert (period.from_day, period.to_day, period.proposed) == (date(2024, 1, 1), date(2024, 11, 30), True)
    with pytest.raises(ValidationError, match="from_day"):
        adapter.validate_python({"kind": "bao-cao-nam", "from_day": "01/01/2024", "to": "30/11/2024"})
