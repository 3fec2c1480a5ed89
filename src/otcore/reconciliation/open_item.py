"""An open item as matching sees it: what may be paid, and the names it goes by."""

from datetime import date

from attrs import frozen

from otcore.values.fast_init import fast_init
from otcore.values.money import Money
from otcore.values.terms import DiscountOffer


@fast_init
@frozen
class OpenItem:
    """An invoice that is still owed, or a credit (`open` negative).

    `id` is its key in the books, `number` what is printed on the document, `reference` the structured reference that
    the payer was asked to state, `orders` the buyer's own order numbers. `amount`: what it came in with.
    """

    id: str
    customer: str
    number: str
    amount: Money
    open: Money
    issued: date
    due: date
    reference: str = ""
    orders: tuple[str, ...] = ()
    discounts: tuple[DiscountOffer, ...] = ()
