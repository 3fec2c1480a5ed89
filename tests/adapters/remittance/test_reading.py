"""The kind of a file is told by its beginning."""

import json

import pytest

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
