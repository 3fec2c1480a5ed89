"""The invoice arithmetic a second time: slow, in fractions, straight from the formulas of EN 16931."""

from fractions import Fraction

from otcore.values import digits


def half_up(value: Fraction) -> int:
    size = (2 * abs(value) + 1) // 2
    return int(size if value >= 0 else -size)


def recalculated(invoice) -> dict:
    """Every figure of the invoice in minor units."""
    unit = 10 ** digits(invoice.currency)
    nets = [_net(line, unit) for line in invoice.lines]
    line_net = sum(nets)
    amounts = [(item, _amount(item, line_net)) for item in invoice.adjustments]
    allowances = sum(amount for item, amount in amounts if not item.charge)
    charges = sum(amount for item, amount in amounts if item.charge)
    groups = _groups(invoice, nets, amounts)
    tax = sum(tax for _, tax in groups.values())
    exclusive = line_net - allowances + charges
    prepaid = invoice.prepaid.minor if invoice.prepaid else 0
    rounding = invoice.rounding.minor if invoice.rounding else 0
    return {
        "nets": nets,
        "line_net": line_net,
        "allowances": allowances,
        "charges": charges,
        "tax_exclusive": exclusive,
        "groups": groups,
        "tax": tax,
        "tax_inclusive": exclusive + tax,
        "payable": exclusive + tax - prepaid + rounding,
    }


def _net(line, unit):
    exact = Fraction(line.quantity.value) * Fraction(line.price.amount) / Fraction(line.price.per)
    gross = half_up(exact * unit)
    amounts = [(item, _amount(item, gross)) for item in line.adjustments]
    return gross + sum(amount if item.charge else -amount for item, amount in amounts)


def _amount(item, base):
    if item.amount is not None:
        return item.amount.minor
    of = item.base.minor if item.base is not None else base
    return half_up(Fraction(item.percent) * of / 100)


def _groups(invoice, nets, amounts) -> dict:
    taxed = [(line.tax, net) for line, net in zip(invoice.lines, nets, strict=True)]
    taxed += [(item.tax, amount if item.charge else -amount) for item, amount in amounts]
    keys = sorted({(tax.code, tax.rate) for tax, _ in taxed})
    sums = {key: sum(amount for tax, amount in taxed if (tax.code, tax.rate) == key) for key in keys}
    return {key: (taxable, half_up(Fraction(key[1]) * taxable / 100)) for key, taxable in sums.items()}
