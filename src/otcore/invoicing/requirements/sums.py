"""Whether the totals follow from one another: EN 16931 wants that, and not every profile keeps it."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from otcore.invoicing.calculation import Totals
from otcore.invoicing.category_rules import CATEGORY_RULES
from otcore.invoicing.document import InvoiceDocument
from otcore.invoicing.profile import Level, Posting
from otcore.values.faults import Fault

Key = tuple[str, Decimal]


def sum_faults(invoice: InvoiceDocument) -> Iterator[Fault]:
    """Sums that differ from what they are sums of, where the profile rounds each by itself or posts a rest to the net.

    Other profiles keep every sum; a document that was read says what it says.
    """
    profile, totals = invoice.profile, invoice.totals
    posted = invoice.tax_included and profile.gross is Posting.NET
    if not (profile.level is Level.DOCUMENT or posted) or totals.taxes:
        return
    yield from _totals(totals)
    bases = _bases(invoice)
    for index, group in enumerate(totals.subtotals):
        key = (group.category.code, group.category.rate)
        if group.taxable.minor != bases[key]:
            rule, path = f"BR-{CATEGORY_RULES[group.category.code]}-08", f"/totals/subtotals/{index}/taxable"
            yield Fault(rule, "what tax is due on is not the sum of its lines, allowances and charges", path)


def _totals(totals: Totals) -> Iterator[Fault]:
    third = totals.third_party.minor if totals.third_party else 0
    due = totals.tax_inclusive.minor - totals.prepaid.minor + totals.rounding.minor + third
    sums = {
        ("BR-CO-13", "tax_exclusive"): totals.line_net.minor - totals.allowances.minor + totals.charges.minor,
        ("BR-CO-14", "tax"): sum([group.tax.minor for group in totals.subtotals]),
        ("BR-CO-15", "tax_inclusive"): totals.tax_exclusive.minor + totals.tax.minor,
        ("BR-CO-16", "payable"): due,
    }
    for (rule, name), minor in sums.items():
        if getattr(totals, name).minor != minor:
            yield Fault(rule, "the total is not the sum of what is stated: its profile rounds apart", f"/totals/{name}")


def _bases(invoice: InvoiceDocument) -> defaultdict[Key, int]:
    """What the lines, less the allowances, with the charges of each category and rate come to."""
    bases: defaultdict[Key, int] = defaultdict(int)
    nets = {line.id: line.net.minor for line in invoice.totals.lines}
    for line in invoice.lines:
        bases[line.tax.code, line.tax.rate] += nets.get(line.id, 0)
    for item in invoice.totals.adjustments:
        if item.tax is not None:
            bases[item.tax.code, item.tax.rate] += item.amount.minor if item.charge else -item.amount.minor
    return bases
