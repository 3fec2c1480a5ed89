"""One group of payment terms as a document states it, whatever its syntax."""

from collections.abc import Iterable
from datetime import date

from attrs import frozen

from otcore.values.money import Money
from otcore.values.percentage import Percentage
from otcore.values.rounding import Rounding
from otcore.values.terms import DiscountOffer, Instalment


@frozen(kw_only=True)
class StatedTerms:
    """UBL `cac:PaymentTerms`, CII `ram:SpecifiedTradePaymentTerms`: words, an amount and its due day, or a discount and
    its last day. `percent`: the part of the whole that `amount` is, where it is said.
    """

    note: str = ""
    due: date | None = None
    amount: Money | None = None
    percent: Percentage | None = None
    discount_percent: Percentage | None = None
    discount_until: date | None = None
    discount_base: Money | None = None
    discount_amount: Money | None = None


def stated_terms(
    note: str, instalments: Iterable[Instalment] = (), discounts: Iterable[DiscountOffer] = ()
) -> tuple[StatedTerms, ...]:
    """A group for the words, one for each instalment, one for each discount."""
    return (
        *((StatedTerms(note=note),) if note else ()),
        *(StatedTerms(due=each.due, amount=each.amount) for each in instalments),
        *map(_stated_discount, discounts),
    )


def instalments_of(stated: Iterable[StatedTerms], payable: Money) -> tuple[Instalment, ...]:
    """The parts that are stated with a day; of those that say a percentage only, that part of the payable amount."""
    return tuple(
        Instalment(each.due, amount)
        for each in stated
        if each.due is not None and (amount := _amount(each, payable)) is not None
    )


def discounts_of(stated: Iterable[StatedTerms], payable: Money) -> tuple[DiscountOffer, ...]:
    """The discounts that are stated with a last day; base and amount follow from the percentage where not said."""
    return tuple(offer for each in stated if (offer := _offer(each, payable)) is not None)


def note_of(stated: Iterable[StatedTerms]) -> str:
    """All that is said in words, a line each."""
    return "\n".join(each.note for each in stated if each.note)


def _stated_discount(offer: DiscountOffer) -> StatedTerms:
    return StatedTerms(
        discount_percent=offer.percent,
        discount_until=offer.until,
        discount_base=offer.base,
        discount_amount=offer.amount,
    )


def _amount(stated: StatedTerms, payable: Money) -> Money | None:
    """What falls due; nothing where the group is about a discount or about the whole."""
    if stated.discount_percent is not None:
        return None
    return stated.amount if stated.percent is None or stated.amount is not None else _part(stated.percent, payable)


def _offer(stated: StatedTerms, payable: Money) -> DiscountOffer | None:
    percent, until = stated.discount_percent, stated.discount_until
    if percent is None or until is None:
        return None
    base = payable if stated.discount_base is None else stated.discount_base
    amount = _part(percent, base) if stated.discount_amount is None else stated.discount_amount
    return DiscountOffer(until, percent, base, amount)


def _part(percent: Percentage, of: Money) -> Money:
    return Money.rounded(percent.of(of.amount), of.currency, Rounding.HALF_UP)
