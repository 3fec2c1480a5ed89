"""What is asked in JSON is what is calculated."""

import json

from otcore.invoicing.calculation import calculate
from otcore.invoicing.calculation.figures import figures_of
from otcore.schemas.calculation import calculated
from otcore.schemas.calculation.result import Result
from tests.invoicing.generator import invoices, plain_invoices
from tests.schemas.calculation.requests import request_of


def test_a_request_gives_the_totals_of_its_invoice():
    for invoice in [*invoices(21, 300), *plain_invoices(22, 300)]:
        result = Result(figures_of(invoice).digits).totals(calculate(invoice))
        assert calculated(request_of(invoice)) == result


def test_a_result_is_json_of_texts_alone():
    for invoice in invoices(23, 50):
        said = calculated(request_of(invoice))
        assert json.loads(json.dumps(said)) == said


def test_every_amount_of_a_result_can_be_explained():
    for invoice in invoices(24, 50):
        said = calculated(request_of(invoice), ["/payable", "/lines/0/net"])
        assert said["explained"]["/payable"][0]["value"] == f"{calculate(invoice).payable.amount:f}"
