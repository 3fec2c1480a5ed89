"""The English of payment terms, as an invoice states them (EN 16931 BT-20): ISO dates, plain amounts."""

from datetime import date

from otcore.invoicing.terms_words import Wording

PHRASES = {
    "net": "Net {rule}",
    "due": "Due {rule}",
    "part": "{share} {rule}",
    "rest": "the rest",
    "of_rest": "{percent} of the rest",
    "sequential": "each counted from the one before",
    "discount": "{percent} discount within {rule}",
    "net_discount": "{percent} discount on the amount without tax within {rule}",
    "instalment": "{amount} due {day}",
    "offer": "{percent} discount until {day}: {amount}",
    "month_end": "end of month",
    "on_day": "day {day} of the month",
    "weekday": "the next {day}",
    "cutoff": "after day {day} as of the next month",
    "payment_days": "paid on day {days} of the month",
    "at_invoice": "on the invoice date",
    "at_delivery": "on delivery",
    "at_order": "with the order",
    "at_month-end": "at the end of the month",
    "after_delivery": "after delivery",
    "after_order": "after the order",
    "after_month-end": "after the end of the month",
}
"""Every phrase that a wording has, by its name."""

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def _duration(count: int, unit: str) -> str:
    return f"{count} {unit}{'' if abs(count) == 1 else 's'}"


ENGLISH = Wording(PHRASES, _duration, date.isoformat, _WEEKDAYS.__getitem__, str, str)
"""For every reader alike: dates by ISO 8601."""
