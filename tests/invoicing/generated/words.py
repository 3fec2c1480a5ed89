"""Texts, codes, days and choices, drawn from a `random.Random` or its like."""

from datetime import date, timedelta

from otcore.invoicing.references import InvoicePeriod

DAY = date(2026, 3, 2)
_TEXTS = (
    "Nails",
    "Bolts & nuts <M8>",
    "quoted \"so\" and 'so'",
    "Schrauben für Möbel",
    "日本語 עברית 🧾",
    "first line\nsecond line",
    "]]> --> <!-- &amp;",
    "x" * 300,
    "0",
)


def text(random):
    """A text, sometimes with a number to it."""
    chosen = random.choice(_TEXTS)
    return f"{chosen} {random.randrange(1000)}" if random.random() < 0.5 else chosen


def code(random):
    """What a reference looks like."""
    return f"{random.choice(('A', 'PO', 'Ü', '7'))}-{random.randrange(10**5)}"


def day(random):
    """A day of that year or the next."""
    return DAY + timedelta(days=random.randrange(500))


def maybe(random, make):
    """What `make` makes, or None."""
    return make() if random.random() < 0.4 else None


def said(random, *names):
    """Texts for some of the names."""
    return {name: text(random) for name in names if random.random() < 0.4}


def coded(random, *names):
    """References for some of the names."""
    return {name: code(random) for name in names if random.random() < 0.4}


def period(random, within=None):
    """Days that are billed, open at an end now and then; within others where those are given."""
    start, end = (within.start, within.end) if within else (None, None)
    first = start or (end or day(random)) - timedelta(days=random.randrange(10))
    last = end or first + timedelta(days=random.randrange(60))
    open_end = random.randrange(4)
    if open_end == 0:
        return InvoicePeriod(start=first)
    return InvoicePeriod(end=last) if open_end == 1 else InvoicePeriod(first, last)
