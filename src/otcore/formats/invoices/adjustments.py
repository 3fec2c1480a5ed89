"""Allowances and charges in words."""

from otcore.formats.invoices.language import Language
from otcore.invoicing.adjustments import AllowanceCharge
from otcore.values.money import Money


def adjustment_words(item: AllowanceCharge, language: Language) -> str:
    """Why, and how it was reckoned: `Volume rebate, 10 % of 125.00`."""
    kind = language.say("adjustments", "charge" if item.charge else "allowance")
    coded = f"{kind} ({item.reason_code})" if item.reason_code.strip() else kind
    why = item.reason if item.reason.strip() else coded
    if item.percent is None or item.base is None:
        return why
    percent, base = language.percent(item.percent), language.amount(item.base)
    return f"{why}, {language.say('adjustments', 'percent_of', percent=percent, base=base)}"


def signed(item: AllowanceCharge) -> Money:
    """What it adds to the amount."""
    return item.amount if item.charge else -item.amount
