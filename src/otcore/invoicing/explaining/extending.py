"""So many units at a price."""

from decimal import Decimal
from fractions import Fraction

from otcore.invoicing.explaining.explained import Explained
from otcore.invoicing.explaining.step import Given, Kind, Step
from otcore.values.decimals import plain
from otcore.values.money import Money
from otcore.values.price import ONE, UnitPrice


def extended(
    case: Explained, place: tuple[str, str], value: Money, price: UnitPrice, quantity: Decimal, at: str = ""
) -> Step:
    """The step of quantity x price / base quantity; `at`: where the input states them, "" where no one place does."""
    given = [
        Given("quantity", plain(quantity), source=f"{at}/quantity" if at else ""),
        Given("price", plain(price.amount), source=f"{at}/price" if at else ""),
    ]
    formula = "quantity x price"
    if price.per != ONE:
        given.append(Given("base quantity", plain(price.per), source=f"{at}/price/per" if at else ""))
        formula += " / base quantity"
    exact = Fraction(price.amount) * Fraction(quantity) / Fraction(price.per) * 10**case.sheet.figures.digits
    return case.made(place, value, Kind.PRODUCT, exact, formula, given)
