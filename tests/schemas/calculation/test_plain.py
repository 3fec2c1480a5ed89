"""The plain way gives what the clear way gives, or steps aside."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from otcore.schemas import limits
from otcore.schemas.calculation import calculated_json
from otcore.schemas.calculation.plain import plainly_calculated
from otcore.values.faults import Invalid
from tests.invoicing import strategies
from tests.invoicing.generator import invoices, plain_invoices
from tests.schemas.calculation.both_ways import agree, clearly
from tests.schemas.calculation.hostile import changed
from tests.schemas.calculation.requests import request_of

TAX = '{"code": "S", "rate": "19"}'
LINE = f'{{"id": "1", "quantity": "1", "price": "100", "tax": {TAX}}}'

HUGE = f'{{"id": "1", "quantity": "1", "price": "{6 * 10**15}", "tax": {TAX}}}'


def asked(line=LINE, more=""):
    return f'{{"currency": "EUR", "lines": [{line}]{more}}}'.encode()


def test_plain_invoices_are_taken_the_plain_way():
    assert all(agree(request_of(invoice)) for invoice in plain_invoices(31, 1_000))


def test_other_invoices_are_left_to_the_clear_way():
    taken = [agree(request_of(invoice)) for invoice in invoices(32, 500)]
    assert 0 < sum(taken) < 50


@given(strategies.invoices())
def test_both_ways_agree_on_invoices_of_every_size(invoice):
    agree(request_of(invoice))


@pytest.mark.parametrize("seed", range(4))
def test_both_ways_agree_on_requests_gone_wrong(seed):
    random = Random(seed)
    taken = [agree(changed(request_of(invoice), random)) for invoice in plain_invoices(seed, 1_000)]
    assert 0 < sum(taken) < len(taken)


@given(st.integers(0, 10**9), strategies.invoices(max_lines=2))
@settings(max_examples=500)
def test_both_ways_agree_on_whatever_is_changed(seed, invoice):
    agree(changed(request_of(invoice), Random(seed)))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xef\xbb\xbf" + asked(),
        asked() + b" " * limits.DOCUMENT_BYTES,
        asked(more=', "currency": "EUR"'),
        asked(LINE.replace("}}", '}, "id" : "2"}')),
        asked(LINE.replace('"19"', '"19", "rate": "19"')),
        asked(f"{LINE}, {LINE}"),
        asked(more=', "tax_included": false'),
        asked(more=', "prepaid": "1.005"'),
        asked(LINE.replace('"S"', '"X"')),
        asked(LINE.replace('"100"', '"-0"')),
        asked(LINE.replace('"1", "quantity": "1"', f'"1", "quantity": "{"9" * 18}"')),
        asked(HUGE + "," + HUGE.replace('"1"', '"2"', 1).replace('"19"', '"7"')),
        asked(more=f', "adjustments": [{{"amount": "1", "reason": "4111 1111 1111 1111", "tax": {TAX}}}]'),
        asked(more=f', "adjustments": [{{"amount": "1", "reason": "see: above", "tax": {TAX}}}]'),
        asked(",".join([LINE] * (limits.LIST + 1))),
    ],
)
def test_what_is_doubtful_or_wrong_is_left_to_the_clear_way(data):
    assert plainly_calculated(data) is None


@pytest.mark.parametrize(
    "adjustment",
    [
        '"amount": "-0.50", "reason": "agreed", "reason_code": "95"',
        '"percent": "2.50", "charge": true',
        '"percent": "0", "base": "12.00"',
    ],
)
def test_allowances_and_charges_are_said_as_the_clear_way_says_them(adjustment):
    line = LINE.replace("}}", f'}}, "adjustments": [{{{adjustment}}}]}}')
    assert agree(asked(line, f', "adjustments": [{{{adjustment}, "tax": {TAX}}}]'))


def test_reasons_of_exemption_are_said_together():
    exempt = [LINE.replace(TAX, f'{{"code": "E", "rate": "0", "exemption_reason": "{why}"}}') for why in ("One", "Two")]
    exempt += [LINE.replace(TAX, '{"code": "E", "rate": "0", "exemption_code": "VATEX-EU-132"}')]
    lines = [line.replace('"id": "1"', f'"id": "{at}"') for at, line in enumerate(exempt)]
    assert agree(asked(",".join(lines)))


@pytest.mark.parametrize("currency", ["JPY", "EUR", "BHD", "CLF"])
@pytest.mark.parametrize("price", ["0", "0.04", "0.5", "1", "12345"])
def test_amounts_have_the_decimals_of_their_currency(currency, price):
    line = LINE.replace('"100"', f'"{price}"').replace('"quantity": "1"', '"quantity": "-3"')
    assert agree(asked(line).replace(b"EUR", currency.encode()))


def test_json_out_is_the_same_whichever_way_is_taken():
    assert calculated_json(asked()) == clearly(asked())
    beside = asked(more=f', "adjustments": [{{"amount": "1", "reason": "für: alle", "tax": {TAX}}}]')
    assert calculated_json(beside) == clearly(beside)


def test_faults_are_told_by_the_clear_way():
    with pytest.raises(Invalid, match="JSON_MEMBER_TWICE"):
        calculated_json(asked(more=', "currency": "EUR"'))
