"""What the lines of an invoice must say."""

from collections.abc import Iterator

from otcore.invoicing.document import InvoiceDocument
from otcore.invoicing.invoice_line import InvoiceLine
from otcore.invoicing.references import InvoicePeriod
from otcore.invoicing.requirements.head import period_faults
from otcore.invoicing.stating import follows_peppol
from otcore.values.faults import Fault


def line_faults(invoice: InvoiceDocument) -> Iterator[Fault]:
    """Every line has an id and a name, and the days it bills are among those of the invoice."""
    stated, calculated = [line.id for line in invoice.lines], [line.id for line in invoice.totals.lines]
    if stated != calculated:
        yield Fault("TOTALS_LINES", "the totals are of other lines than the invoice's", "/totals/lines")
    elif not stated:
        yield Fault("BR-16", "an invoice has at least one line", "/lines")
    span = invoice.period if follows_peppol(invoice) else None
    for index, line in enumerate(invoice.lines):
        yield from _line(line, span, f"/lines/{index}")


def _line(line: InvoiceLine, span: InvoicePeriod | None, path: str) -> Iterator[Fault]:
    if not line.id.strip():
        yield Fault("BR-21", "a line has an id", f"{path}/id")
    yield from _item(line, path)
    yield from period_faults(line.period, f"{path}/period", "BR-30")
    if span and line.period:
        yield from _outside(line.period, span, f"{path}/period")
    for index, part in enumerate(line.parts):
        yield from _line(part, None, f"{path}/parts/{index}")


def _item(line: InvoiceLine, path: str) -> Iterator[Fault]:
    if not line.name.strip():
        yield Fault("BR-25", "what a line bills has a name", f"{path}/name")
    if line.standard_item is not None and not line.standard_item.scheme.strip():
        yield Fault("BR-64", "the standard item number has a scheme", f"{path}/standard_item/scheme")
    for index, each in enumerate(line.classifications):
        if not each.list_id.strip():
            yield Fault("BR-65", "a classification names its list", f"{path}/classifications/{index}/list_id")
    for index, attribute in enumerate(line.attributes):
        if not (attribute.name.strip() and attribute.value.strip()):
            yield Fault("BR-54", "an attribute has a name and a value", f"{path}/attributes/{index}")


def _outside(period: InvoicePeriod, span: InvoicePeriod, path: str) -> Iterator[Fault]:
    if period.start and span.start and period.start < span.start:
        yield Fault("PEPPOL-EN16931-R110", f"{period.start} is before the invoice's {span.start}", f"{path}/start")
    if period.end and span.end and period.end > span.end:
        yield Fault("PEPPOL-EN16931-R111", f"{period.end} is after the invoice's {span.end}", f"{path}/end")
