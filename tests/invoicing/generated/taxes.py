"""The tax categories that one document may use together."""

from otcore.values import TaxCategory

DOMESTIC = (
    TaxCategory("S", "25"),
    TaxCategory("S", "12"),
    TaxCategory("S", "5.5"),
    TaxCategory("S", "8.375"),
    TaxCategory("Z", 0),
    TaxCategory("E", 0, "Books", "VATEX-EU-132"),
    TaxCategory("E", 0, "Lessons"),
    TaxCategory("AE", 0),
    TaxCategory("L", "7"),
    TaxCategory("M", "4"),
)
ALONE = (
    TaxCategory("K", 0),
    TaxCategory("G", 0, "Export outside the EU"),
    TaxCategory("O", 0),
    TaxCategory("AE", 0, "Reverse charge", "VATEX-EU-AE"),
)
SPLIT_PAYMENT = TaxCategory("B", "22")


def scheme_of_taxes(random):
    """Several of those that go together, or one that stands alone."""
    chosen = random.randrange(10)
    if chosen < 3:
        return (random.choice((*ALONE, SPLIT_PAYMENT)),)
    return tuple(random.sample(DOMESTIC, random.randrange(1, 5)))


def uses(taxes, code):
    """Whether one of them has this category."""
    return any(tax.code == code for tax in taxes)
