"""The kind of a file is told by its beginning."""

import json

import pytest

from otcore.adapters.cash_files.columns import Layout
from otcore.adapters.remittance import read_advices
from otcore.schemas.writing import json_of
from tests.adapters.remittance.x12_text import x12
from tests.payments.advices import advice, line

CSV = b"payment_reference,payer,day,currency,document,paid\nPAY-4711,Acme Ltd,2026-03-02,EUR,I1,10.00"
JSON = json.dumps({"remittance_advice": json_of(advice(line("I1", "10.00")))}).encode()


@pytest.mark.parametrize(("data", "id"), [(CSV, "PAY-4711"), (JSON, "A1"), (x12(), "ACME/000000042/0001")])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_every_kind_is_read(data, id, mark):
    (one,) = read_advices(mark + data, "a").advices
    assert one.id == id


NO_CURRENCY = b"payment_reference;payer;day;document;paid\nPAY-4711;Acme Ltd;2026-03-02;I1;1.010,00"


@pytest.mark.parametrize(("data", "amount"), [(NO_CURRENCY, "1010.00 CHF"), (x12(), "1389.80 CHF")])
def test_amounts_without_a_currency_have_that_of_the_layout(data, amount):
    (one,) = read_advices(data, "a", Layout(currency="CHF", decimal_comma=True)).advices
    assert str(one.total) == amount


def test_x12_without_a_currency_is_in_dollars():
    (one,) = read_advices(x12()).advices
    assert str(one.total) == "1389.80 USD"
