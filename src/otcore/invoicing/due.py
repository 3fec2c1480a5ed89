"""When an invoice falls due, in which parts, what paying early earns, and how the invoice says so."""

from datetime import date

from attrs import evolve, frozen

from otcore.invoicing.calculation import Totals
from otcore.invoicing.terms_english import ENGLISH
from otcore.invoicing.terms_words import instalment_words, offer_words, terms_words
from otcore.values.calendar import MONDAY_TO_FRIDAY, WorkCalendar
from otcore.values.terms import BaseDays, DiscountOffer, Instalment, PaymentTerms, discounts, schedule


@frozen
class Settlement:
    """How an invoice is to be paid. `due` is the first net due date (EN 16931 BT-9: of partial payments it states the
    first), `note` the terms in words (BT-20). `instalments` is empty where all of it is due at once.
    """

    due: date
    note: str
    instalments: tuple[Instalment, ...] = ()
    discounts: tuple[DiscountOffer, ...] = ()


def due_date(terms: PaymentTerms, issued: date) -> date:
    """The due date (EN 16931 BT-9) of terms that count from the day of issue; of several instalments the first.

    Raises `Invalid` DATE_RANGE when it lies beyond the year 9999.
    """
    return terms.due(issued)


def settlement(
    terms: PaymentTerms, totals: Totals, base: BaseDays, calendar: WorkCalendar = MONDAY_TO_FRIDAY
) -> Settlement:
    """What the terms mean for an invoice of these totals.

    Nothing is due before it is billed: what the terms would have due earlier (with the order, on delivery) is due on
    the day of the invoice. Raises `Invalid` CURRENCY_MISMATCH for a fixed instalment in another currency, DATE_RANGE.
    """
    payable = totals.payable
    dated = tuple([_billed(each, base.invoice) for each in schedule(terms, payable, base, calendar)])
    offers = discounts(terms, payable, base, calendar, totals.tax_exclusive)
    several = dated if len(dated) > 1 else ()
    return Settlement(min(each.due for each in dated), terms.note or _words(terms, several, offers), several, offers)


def _billed(instalment: Instalment, issued: date) -> Instalment:
    return instalment if instalment.due >= issued else evolve(instalment, due=issued)


def _words(terms: PaymentTerms, several: tuple[Instalment, ...], offers: tuple[DiscountOffer, ...]) -> str:
    """Amounts and days where there are several; a single due date stands for itself, so how it was counted is said."""
    net = instalment_words(several, ENGLISH) if several else terms_words(evolve(terms, discounts=()), ENGLISH)
    return "; ".join([net, offer_words(offers, ENGLISH)] if offers else [net])
