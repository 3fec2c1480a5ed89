"""From a request to the calculated invoice."""

import json
from collections.abc import Sequence
from typing import Any

from otcore.invoicing.calculation import Totals, calculate
from otcore.invoicing.calculation.figures import figures_of
from otcore.invoicing.explaining import explain
from otcore.schemas.calculation.building import invoice_input
from otcore.schemas.calculation.plain import plainly_calculated
from otcore.schemas.calculation.request import InvoiceRequest
from otcore.schemas.calculation.result import Result
from otcore.schemas.models import read_json
from otcore.values.faults import Invalid
from otcore.values.terms import discounts, schedule


def calculated(data: bytes, explained: Sequence[str] = ()) -> dict[str, Any]:
    """The result for a request in JSON, as plain JSON values; with the steps to the figures to be `explained`, which
    are named by their JSON pointers in the result.

    Raises `Invalid` with every fault of the request and its place (a JSON pointer), or FIGURE_UNKNOWN.
    """
    request = read_json(data, InvoiceRequest)
    invoice = invoice_input(request)
    totals = calculate(invoice)
    result = Result(figures_of(invoice).digits)
    found = result.totals(totals) | _terms(request, totals, result)
    if explained:
        found["explained"] = {figure: list(map(result.step, explain(invoice, figure))) for figure in explained}
    return found


def calculated_json(data: bytes) -> bytes:
    """The result for a request, JSON in and JSON out (UTF-8, without blanks): as `calculated`, at a tenth of its cost
    for what most invoices ask.
    """
    plainly = plainly_calculated(data)
    if plainly is not None:
        return plainly
    return json.dumps(calculated(data), ensure_ascii=False, separators=(",", ":")).encode()


def _terms(request: InvoiceRequest, totals: Totals, result: Result) -> dict[str, Any]:
    """What falls due when, and what is off for paying early, where the request says day and terms."""
    if request.terms is None:
        return {}
    if request.issued is None:
        raise Invalid.one("ISSUED_MISSING", "terms count from the day of issue", "/issued")
    parts = schedule(request.terms, totals.payable, request.issued)
    offers = discounts(request.terms, totals.payable, request.issued, net=totals.tax_exclusive)
    found = {"instalments": list(map(result.instalment, parts)), "discounts": list(map(result.discount, offers))}
    return {name: each for name, each in found.items() if each}
