"""From a request to the calculated invoice."""

from typing import Any

from otcore.invoicing.calculation import Totals, calculate
from otcore.schemas.calculation.building import invoice_input
from otcore.schemas.calculation.request import InvoiceRequest
from otcore.schemas.calculation.result import discount_json, instalment_json, totals_json
from otcore.schemas.models import read_json
from otcore.values.faults import Invalid
from otcore.values.terms import discounts, schedule


def calculated(data: bytes) -> dict[str, Any]:
    """The result for a request in JSON, as plain JSON values.

    Raises `Invalid` with every fault of the request and its place (a JSON pointer).
    """
    request = read_json(data, InvoiceRequest)
    totals = calculate(invoice_input(request))
    return totals_json(totals) | _terms(request, totals)


def _terms(request: InvoiceRequest, totals: Totals) -> dict[str, Any]:
    """What falls due when, and what is off for paying early, where the request says day and terms."""
    if request.terms is None:
        return {}
    if request.issued is None:
        raise Invalid.one("ISSUED_MISSING", "terms count from the day of issue", "/issued")
    parts = schedule(request.terms, totals.payable, request.issued)
    offers = discounts(request.terms, totals.payable, request.issued, net=totals.tax_exclusive)
    found = {"instalments": list(map(instalment_json, parts)), "discounts": list(map(discount_json, offers))}
    return {name: each for name, each in found.items() if each}
