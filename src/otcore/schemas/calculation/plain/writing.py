"""What a plain request comes to as JSON text, the same as `Result` says it. No text in them needs an escape."""

from collections.abc import Callable, Iterable

from otcore.invoicing.adjustments import AllowanceCharge
from otcore.invoicing.tax import TaxSubtotal
from otcore.schemas.calculation.plain.summing import PlainLine, PlainSums
from otcore.values.currencies import digits
from otcore.values.decimals import plain

Amount = Callable[[int], str]
"""Minor units in digits, with the decimals of a currency."""


def plain_result(found: PlainSums) -> str:
    """The JSON text."""
    amount = _AMOUNTS[digits(found.currency)]
    adjusted = f'"adjustments":[{_adjustments(found.adjustments, amount)}],' if found.adjustments else ""
    subtotals = ",".join([_subtotal(each, amount) for each in found.subtotals])
    return (
        f'{{"currency":"{found.currency}","lines":[{_lines(found.lines, amount)}],'
        f'"line_net":"{amount(found.line_net)}",{adjusted}'
        f'"allowances":"{amount(found.allowances)}","charges":"{amount(found.charges)}",'
        f'"tax_exclusive":"{amount(found.tax_exclusive)}","subtotals":[{subtotals}],'
        f'"tax":"{amount(found.tax)}","tax_inclusive":"{amount(found.tax_inclusive)}",'
        f'"prepaid":"{amount(found.prepaid)}","rounding":"{amount(found.rounding)}",'
        f'"payable":"{amount(found.payable)}"}}'
    )


def _lines(lines: Iterable[PlainLine], amount: Amount) -> str:
    texts = []
    for line, gross, adjusted, net in lines:
        text = amount(gross)
        if adjusted:
            said, less = _adjustments(adjusted, amount), amount(net)
            texts.append(f'{{"id":"{line}","gross":"{text}","adjustments":[{said}],"net":"{less}"}}')
        else:
            texts.append(f'{{"id":"{line}","gross":"{text}","net":"{text}"}}')
    return ",".join(texts)


def _adjustments(settled: Iterable[AllowanceCharge], amount: Amount) -> str:
    return ",".join([_adjustment(each, amount) for each in settled])


def _adjustment(settled: AllowanceCharge, amount: Amount) -> str:
    of = ""
    if settled.percent is not None and settled.base is not None:
        of = f',"percent":"{plain(settled.percent)}","base":"{amount(settled.base.minor)}"'
    charge = "true" if settled.charge else "false"
    why = _said("reason", settled.reason) + _said("reason_code", settled.reason_code)
    return f'{{"charge":{charge},"amount":"{amount(settled.amount.minor)}"{of}{why}}}'


def _subtotal(subtotal: TaxSubtotal, amount: Amount) -> str:
    category = subtotal.category
    why = ""
    if category.exemption_reason or category.exemption_code:
        why = _said("exemption_reason", category.exemption_reason) + _said("exemption_code", category.exemption_code)
    taxable, tax = amount(subtotal.taxable.minor), amount(subtotal.tax.minor)
    return f'{{"code":"{category.code}","rate":"{plain(category.rate)}"{why},"taxable":"{taxable}","tax":"{tax}"}}'


def _said(name: str, text: str) -> str:
    return f',"{name}":"{text}"' if text else ""


def _with(places: int) -> Amount:
    one = 10**places

    def amount(minor: int) -> str:
        if minor >= one:
            text = str(minor)
            return f"{text[:-places]}.{text[-places:]}"
        return f"-{amount(-minor)}" if minor < 0 else f"0.{minor:0{places}d}"

    return amount


_AMOUNTS: tuple[Amount, ...] = (str, *[_with(places) for places in (1, 2, 3, 4)])
