"""The small records: parties, tax categories, terms, periods, recorded events."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import attrs
import pytest

from otcore.values import (
    Address,
    Contact,
    Facets,
    Identifier,
    Invalid,
    Party,
    PaymentTerms,
    Period,
    Recorded,
    Scope,
    Stream,
    TaxCategory,
)

UNTAXED = ("Z", "E", "AE", "K", "G", "O")


def code_of(make, *values, **named):
    with pytest.raises(Invalid) as error:
        make(*values, **named)
    return error.value.faults[0].code


def test_a_recorded_event_is_a_value():
    stream = Stream(Scope("acme", "acme-de"), "order", "A-1")
    recorded: Any = Recorded(stream, 1, datetime(2026, 1, 2, tzinfo=UTC), "me", "placed")
    assert recorded == attrs.evolve(recorded)
    assert {stream: 1}[Stream(Scope("acme", "acme-de"), "order", "A-1")] == 1
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        recorded.sequence = 2


def test_facets_are_empty_unless_told():
    assert Facets() == Facets(party="", reference="", status="", day=None)


def test_a_party_needs_no_more_than_a_name():
    party = Party("Wood & Co")
    assert party == Party("Wood & Co", "", None, (), "", None, Address(), None)
    assert len({party, Party("Wood & Co", endpoint=Identifier("7300010000001", "0088"))}) == 2


@pytest.mark.parametrize("country", ["", "DE", "XI", "1A"])
def test_a_country_is_a_two_letter_code(country):
    assert Address(country=country).country == country


@pytest.mark.parametrize("country", ["de", "DEU", "D", "1B", "DE\n"])
def test_another_country_is_refused(country):
    assert code_of(Address, country=country) == "COUNTRY_FORMAT"


@pytest.mark.parametrize(
    ("make", "field"),
    [
        (Address, "street"),
        (Address, "additional_street"),
        (Address, "city"),
        (Address, "postal_zone"),
        (Address, "subdivision"),
        (Address, "line"),
        (Contact, "name"),
        (Contact, "telephone"),
        (Contact, "email"),
        (Party, "name"),
    ],
)
def test_no_name_or_address_holds_a_hostile_sign(make, field):
    assert code_of(make, **{field: "a\u202eb"}) == "TEXT_FORMAT"
    assert getattr(make(**{field: "MU\u0308LLER"}), field) == "MÜLLER"


@pytest.mark.parametrize("field", ["legal_name", "tax_id"])
def test_no_legal_name_or_tax_id_holds_a_hostile_sign(field):
    assert code_of(Party, "Wood & Co", **{field: "a\x00b"}) == "TEXT_FORMAT"


def test_an_identifier_is_an_id_and_a_scheme():
    assert code_of(Identifier, "", "0088") == "ID_FORMAT"
    assert code_of(Identifier, "1", "0" * 41) == "TEXT_TOO_LONG"


@pytest.mark.parametrize(
    ("code", "rate"),
    [
        ("S", "25"),
        ("S", "0.5"),
        ("L", 7),
        ("L", 0),
        ("M", "4"),
        *((code, rate) for code in UNTAXED for rate in (0, "0.00")),
    ],
)
def test_a_tax_category_has_a_fitting_rate(code, rate):
    assert TaxCategory(code, rate).rate == Decimal(rate)


@pytest.mark.parametrize(
    ("code", "rate"),
    [
        ("S", 0),
        ("S", "-1"),
        ("S", 1001),
        ("L", -1),
        ("L", 1001),
        ("M", "-0.1"),
        *((code, rate) for code in UNTAXED for rate in ("0.1", 25, -1)),
    ],
)
def test_an_unfitting_rate_is_refused(code, rate):
    assert code_of(TaxCategory, code, rate) == "TAX_RATE"


def test_an_unknown_category_or_a_malformed_rate_is_refused():
    assert code_of(TaxCategory, "X", 0) == "TAX_CATEGORY_UNKNOWN"
    assert code_of(TaxCategory, "S", "25 %") == "NUMBER_FORMAT"


def test_a_tax_category_knows_whether_a_reason_must_be_stated():
    assert TaxCategory("E", 0, "Education", "VATEX-EU-132").exempt
    assert not TaxCategory("Z", 0).exempt
    assert not TaxCategory("S", 25).exempt
    assert str(TaxCategory("S", "25.00")) == "S 25 %"
    assert TaxCategory("S", "25.00") == TaxCategory("S", 25)


@pytest.mark.parametrize(
    ("terms", "invoiced", "due"),
    [
        (PaymentTerms(), date(2026, 1, 31), date(2026, 3, 2)),
        (PaymentTerms(0), date(2026, 1, 31), date(2026, 1, 31)),
        (PaymentTerms(30, end_of_month=True), date(2026, 1, 31), date(2026, 3, 31)),
        (PaymentTerms(30, end_of_month=True), date(2024, 1, 15), date(2024, 2, 29)),
        (PaymentTerms(0, end_of_month=True), date(9999, 12, 1), date(9999, 12, 31)),
    ],
)
def test_the_due_date_is_days_later_then_on_to_the_months_end(terms, invoiced, due):
    assert terms.due(invoiced) == due


def test_a_due_date_beyond_the_calendar_is_refused():
    assert code_of(PaymentTerms(30).due, date(9999, 12, 31)) == "DATE_RANGE"


@pytest.mark.parametrize("days", [-1, 3651])
def test_terms_of_unfit_days_are_refused(days):
    assert code_of(PaymentTerms, days) == "TERMS_DAYS"


def test_a_period_includes_both_its_days():
    period = Period(date(2026, 1, 1), date(2026, 1, 31))
    assert period.days == 31
    assert date(2026, 1, 1) in period
    assert date(2026, 1, 31) in period
    assert date(2026, 2, 1) not in period
    assert str(period) == "2026-01-01/2026-01-31"
    assert Period(date(2026, 1, 1), date(2026, 1, 1)).days == 1


def test_a_period_ends_no_sooner_than_it_starts():
    assert code_of(Period, date(2026, 1, 2), date(2026, 1, 1)) == "PERIOD_ORDER"
