"""A price list: its currency and its validity. The prices on it are kept by product, each for itself."""

from attrs import frozen

from otcore.catalog.validity import ALWAYS, Validity
from otcore.values.command import Command
from otcore.values.currencies import digits
from otcore.values.facets import Facets
from otcore.values.faults import Rejected


@frozen
class PriceList:
    """A list of prices in one currency; outside its validity none of them counts."""

    id: str
    currency: str
    valid: Validity = ALWAYS
    note: str = ""


@frozen
class PublishPriceList(Command[PriceList]):
    """Make a price list known, or give it another validity or note. Refused: `LIST_CURRENCY`, for a list keeps its
    currency.

    Raises `Invalid` CURRENCY_UNKNOWN.
    """

    price_list: PriceList


@frozen
class PriceListPublished:
    """The list counts as stated from now on."""

    price_list: PriceList


def decide(before: PriceList | None, command: PublishPriceList) -> tuple[PriceListPublished, ...]:
    """The facts that follow from publishing, or `Rejected`."""
    stated = command.price_list
    digits(stated.currency)
    if before is not None and before.currency != stated.currency:
        raise Rejected("LIST_CURRENCY", price_list=before.id, currency=before.currency, stated=stated.currency)
    return (PriceListPublished(stated),)


def evolve(before: PriceList | None, event: PriceListPublished) -> PriceList:
    """The list after one fact."""
    return event.price_list


def facets(price_list: PriceList) -> Facets:
    """Found by its currency."""
    return Facets(reference=price_list.currency)
