"""What an invoice is calculated from."""

from collections.abc import Iterator

from attrs import frozen

from otcore.invoicing.advances import Advance, ThirdPartyPayment
from otcore.invoicing.contradictions.adjustments import document_adjustment_faults
from otcore.invoicing.contradictions.amounts import Stating
from otcore.invoicing.contradictions.lines import lines_faults
from otcore.invoicing.contradictions.payments import advances_faults, rate_faults, third_party_faults
from otcore.invoicing.contradictions.profiles import profile_faults
from otcore.invoicing.contradictions.taxes import tax_order_faults
from otcore.invoicing.lines import LineInput
from otcore.invoicing.profile import EN_16931, Profile
from otcore.values.adjustment import Adjustment
from otcore.values.currencies import digits
from otcore.values.faults import Fault, Invalid
from otcore.values.money import Money
from otcore.values.rates import Rate


@frozen
class InvoiceInput:
    """The lines of an invoice and what is taken off or put on the whole of it.

    `prepaid` is what was paid before (BT-113), `advances` are payments before that are stated one by one, `third_party`
    is collected for others; `rounding` is what is added to round the payable amount (BT-114), with None it follows from
    the profile. `tax_included`: prices, and amounts of allowances and charges, include the tax. `tax_rate` turns the
    tax into the currency it is accounted in (BT-111). `profile` says how figures are rounded.

    Raises `Invalid` with every fault found, each with its JSON pointer: CURRENCY_UNKNOWN, CURRENCY_MISMATCH,
    AMOUNT_TOO_PRECISE, LINES_MISSING, LINE_ID_DUPLICATE, PART_ADJUSTMENTS, PART_TAX, ADJUSTMENT_AMOUNT,
    ADJUSTMENT_BASE, ADJUSTMENT_RUNNING, ADJUSTMENT_UNITS, ADJUSTMENT_TAX_MISSING, ADJUSTMENT_TAX_ON_LINE,
    TAX_DUPLICATE, TAX_UNKNOWN, TAX_NOT_ADDED, TAX_UNITS, TAX_ORDER, ADVANCE_AMOUNT, PROFILE_DIGITS, PROFILE_INCREMENT
    and those of `Percentage` and `decimal_of`.
    """

    currency: str
    lines: tuple[LineInput, ...]
    adjustments: tuple[Adjustment, ...] = ()
    prepaid: Money | None = None
    rounding: Money | None = None
    advances: tuple[Advance, ...] = ()
    third_party: tuple[ThirdPartyPayment, ...] = ()
    tax_included: bool = False
    tax_rate: Rate | None = None
    profile: Profile = EN_16931

    def __attrs_post_init__(self) -> None:
        own = digits(self.currency)
        faults = tuple(_faults(self, own))
        if faults:
            raise Invalid(*faults)


def _faults(invoice: InvoiceInput, own: int) -> Iterator[Fault]:
    lines, profile = invoice.lines, invoice.profile
    stating = Stating(invoice.currency, _step(profile, own))
    if not lines:
        yield Fault("LINES_MISSING", "an invoice has at least one line (BR-16)", "/lines")
    yield from lines_faults(lines, stating, "/lines")
    if invoice.adjustments:
        yield from document_adjustment_faults(invoice.adjustments, stating, "/adjustments")
    if invoice.prepaid is not None or invoice.rounding is not None:
        yield from stating.money(invoice.prepaid, "/prepaid")
        yield from stating.money(invoice.rounding, "/rounding")
    if invoice.advances or invoice.third_party or invoice.tax_rate is not None:
        yield from _payment_faults(invoice, stating)
    if profile is not EN_16931:
        yield from profile_faults(profile, own, "/profile")
    borne = [line.taxes for line in lines if line.taxes] + [item.taxes for item in invoice.adjustments if item.taxes]
    if borne:
        yield from tax_order_faults(borne)


def _payment_faults(invoice: InvoiceInput, stating: Stating) -> Iterator[Fault]:
    yield from advances_faults(invoice.advances, stating, "/advances")
    yield from third_party_faults(invoice.third_party, stating, "/third_party")
    yield from rate_faults(invoice.tax_rate, stating, "/tax_rate")


def _step(profile: Profile, own: int) -> int:
    """How many minor units a printed unit has."""
    step: int = 1 if profile.digits is None else 10 ** max(0, own - profile.digits)
    return step
