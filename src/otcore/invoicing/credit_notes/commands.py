"""What a host asks of credit notes and corrections, in the imperative. `day` is the business day of the act."""

from datetime import date

from attrs import frozen

from otcore.invoicing.credit_notes.credit_note import CreditNote
from otcore.invoicing.crediting import LowerPrice
from otcore.invoicing.invoice import Invoice
from otcore.orders.crediting import CreditLine
from otcore.values.command import Command
from otcore.values.money import Money
from otcore.values.price import UnitPrice
from otcore.values.tax import TaxCategory


@frozen(kw_only=True)
class IssueCreditNote(Command[CreditNote]):
    """Take something off an invoice, never more than is left of it; what was paid already is owed to the customer.

    `lines` with quantities (`reinvoice`: to be billed again), `prices` that were too high, an `amount`, tax included;
    or the goods of `return_id`, less its restocking fee. None of them: all that is left.
    `self_billed`: the number that the buyer gave the note, for an invoice that it numbered.
    Refused: `NOTHING_LEFT`, `MORE_THAN_INVOICED`, `CREDIT_EXCEEDS`, `CREDIT_NEGATIVE`, `LINE_UNKNOWN`, `LINE_TWICE`,
    `QUANTITY_NOT_POSITIVE`, `AMOUNT_NOT_POSITIVE`, `CURRENCY_DIFFERS`, `PRICE_NOT_LOWER`, `GOODS_CAME_BACK`,
    `RETURN_NOT_CREDITABLE`, `ADVANCE_DEDUCTED`, `ISSUED_LATER`, `BUYER_NUMBERS`, `NUMBER_TAKEN`, `DATE_BEFORE_LAST`.
    Raises `Invalid` REASON_MISSING, CREDIT_AMBIGUOUS, and with what the house's documents must have.
    """

    invoice: str
    day: date
    reason: str
    lines: tuple[CreditLine, ...] = ()
    prices: tuple[LowerPrice, ...] = ()
    amount: Money | None = None
    return_id: str = ""
    self_billed: str = ""


@frozen(kw_only=True)
class SendCreditNote(Command[CreditNote]):
    """Say that a credit note went to the buyer, and how: "peppol", "mail", "paper". `reference`: the carrier's.

    It may go again. Refused: `ISSUED_LATER`.
    """

    note: str
    day: date
    channel: str = ""
    reference: str = ""


@frozen(kw_only=True)
class ApplyCreditNote(Command[CreditNote]):
    """Use what a credit note left over for another invoice of the customer; `amount` None: as much as both allow.

    Refused: `NOTHING_LEFT`, `CUSTOMER_DIFFERS`, `CURRENCY_DIFFERS`, `AMOUNT_NOT_POSITIVE`, `MORE_THAN_OPEN`.
    """

    note: str
    invoice: str
    day: date
    amount: Money | None = None


@frozen(kw_only=True)
class CorrectedLine:
    """What an invoice line should have said; None: as it does. Quantities are put right by credit notes."""

    line: str
    price: UnitPrice | None = None
    tax: TaxCategory | None = None
    name: str | None = None
    accounting_cost: str | None = None


@frozen(kw_only=True)
class IssueCorrectiveInvoice(Command[Invoice]):
    """Put a wrong invoice right: a credit note over all that is left of it, and an invoice of type 384 that bills it
    anew and refers to it. Both, or nothing.

    Seller and buyer are as they are known today; None: as the invoice says.
    Refused: `NOTHING_LEFT`, `LINE_UNKNOWN`, `LINE_TWICE`, `GOODS_CAME_BACK` (credit the return first),
    `BILLED_AHEAD` (credit it, and bill again), `PAYABLE_NEGATIVE`, `ISSUED_LATER`, `BUYER_NUMBERS`, `NUMBER_TAKEN`,
    `DATE_BEFORE_LAST`.
    Raises `Invalid` REASON_MISSING, and with what the house's documents must have.
    """

    invoice: str
    day: date
    reason: str
    lines: tuple[CorrectedLine, ...] = ()
    buyer_reference: str | None = None
    order_reference: str | None = None
    accounting_cost: str | None = None
    contract: str | None = None
    note: str | None = None
