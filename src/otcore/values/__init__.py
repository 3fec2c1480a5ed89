"""The shared vocabulary: money, quantities, ids, parties, recorded events, faults. Immutable, exact, free of I/O."""

from otcore.values.allocation import allocate, allocate_minor, share_until
from otcore.values.calendar import WorkCalendar
from otcore.values.currencies import DIGITS, digits
from otcore.values.decimals import EXACT, decimal_of, plain
from otcore.values.facets import Facets
from otcore.values.faults import Fault, Invalid, OtcoreError, Rejected
from otcore.values.ids import identifier, text
from otcore.values.money import Money, total
from otcore.values.party import Address, Contact, Identifier, Party
from otcore.values.percentage import Percentage
from otcore.values.period import Period
from otcore.values.price import UnitPrice
from otcore.values.quantity import Quantity
from otcore.values.recorded import Recorded, Stream
from otcore.values.rounding import Rounding, round_ratio, round_to
from otcore.values.scope import Scope
from otcore.values.tax import TaxCategory
from otcore.values.terms import PaymentTerms

__all__ = [
    "DIGITS",
    "EXACT",
    "Address",
    "Contact",
    "Facets",
    "Fault",
    "Identifier",
    "Invalid",
    "Money",
    "OtcoreError",
    "Party",
    "PaymentTerms",
    "Percentage",
    "Period",
    "Quantity",
    "Recorded",
    "Rejected",
    "Rounding",
    "Scope",
    "Stream",
    "TaxCategory",
    "UnitPrice",
    "WorkCalendar",
    "allocate",
    "allocate_minor",
    "decimal_of",
    "digits",
    "identifier",
    "plain",
    "round_ratio",
    "round_to",
    "share_until",
    "text",
    "total",
]
