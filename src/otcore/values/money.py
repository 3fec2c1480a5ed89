"""Money: an exact number of a currency's minor units."""

import re
from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any, final

from attrs import frozen

from otcore.values.currencies import digits
from otcore.values.decimals import EXACT, decimal_of
from otcore.values.fast_init import opened
from otcore.values.faults import Invalid
from otcore.values.rounding import DECIMAL_MODES, Rounding

_SANE = re.compile(r"(-?[0-9]{1,14})(?:\.([0-9]{1,4}))?")  # at most 18 digits, so below the limit
_LIMIT = 10**18
_LIMIT_DIGITS = 20


@final
@frozen(init=False, eq=False, repr=False)
class Money:
    """An amount in integer minor units of an ISO 4217 currency: no NaN, no negative zero, no lost cent.

    `Money("12.30", "EUR")`, `Money(Decimal("12.30"), "EUR")` and `Money(12, "EUR")` (12.00) are checked:
    CURRENCY_UNKNOWN, MONEY_TOO_PRECISE for more decimals than the currency has, MONEY_TOO_LARGE from 10**18 minor units
    on, the codes of `decimal_of`; a float is a `TypeError`. Sums, differences and order need one currency on both
    sides, else `Invalid` CURRENCY_MISMATCH. There is no product with a fraction: round by name with `Money.rounded`,
    split with `allocate`.
    """

    minor: int
    currency: str

    def __init__(self, amount: str | int | Decimal, currency: str) -> None:
        places = digits(currency)
        sane = _SANE.fullmatch(amount) if isinstance(amount, str) else None
        if sane and len(fraction := sane[2] or "") <= places:
            _set_minor(self, int(sane[1] + fraction + "0" * (places - len(fraction))))
        else:
            _set_minor(self, _minor_of(amount, currency, places))
        _set_currency(self, currency)

    @staticmethod
    def from_minor(minor: int, currency: str) -> "Money":
        """Money from minor units of a currency known to be valid: 1230 and "EUR" are 12.30 EUR.

        Checks nothing, so that it is cheap.
        """
        money: Money = _new(_Opened)
        money.minor = minor  # type: ignore[misc]  # it is still open
        money.currency = currency  # type: ignore[misc]  # still open
        money.__class__ = Money
        return money

    @staticmethod
    def zero(currency: str) -> "Money":
        """Nothing, in a known currency."""
        digits(currency)
        return _from_minor(0, currency)

    @staticmethod
    def parse(text: str) -> "Money":
        """Money as `str` writes it: "12.30 EUR". Raises `Invalid` MONEY_FORMAT, and all that `Money` raises."""
        amount, blank, currency = text.partition(" ")
        if not blank:
            shown = ascii(text[:40])
            raise Invalid.one("MONEY_FORMAT", f"{shown} is not an amount and a currency like 12.30 EUR", value=shown)
        return Money(amount, currency)

    @staticmethod
    def rounded(value: Decimal, currency: str, mode: Rounding = Rounding.HALF_UP) -> "Money":
        """The money nearest to an unrounded value, by a named rounding."""
        if not isinstance(value, Decimal):
            raise TypeError(f"value must be a Decimal, not {type(value).__name__}")
        if not value.is_finite():
            raise Invalid.one("NUMBER_NOT_FINITE", f"cannot round {value} to {currency}", value=value)
        if value.adjusted() > _LIMIT_DIGITS:
            raise _too_large(currency)
        minor = EXACT.scaleb(value, digits(currency)).to_integral_value(DECIMAL_MODES[mode])
        return _from_minor(_bounded(int(minor), currency), currency)

    @property
    def amount(self) -> Decimal:
        """The amount in major units, with exactly the currency's decimals: Decimal("12.30")."""
        return EXACT.scaleb(self.minor, -digits(self.currency))

    def __add__(self, other: "Money") -> "Money":
        if other.__class__ is not Money:
            return NotImplemented
        if self.currency != other.currency:
            raise _mismatch(self.currency, other.currency)
        money: Money = _new(_Opened)  # written out, for these two are called most of all
        money.minor = self.minor + other.minor  # type: ignore[misc]  # still open
        money.currency = self.currency  # type: ignore[misc]  # still open
        money.__class__ = Money
        return money

    def __sub__(self, other: "Money") -> "Money":
        if other.__class__ is not Money:
            return NotImplemented
        if self.currency != other.currency:
            raise _mismatch(self.currency, other.currency)
        money: Money = _new(_Opened)  # written out, for these two are called most of all
        money.minor = self.minor - other.minor  # type: ignore[misc]  # still open
        money.currency = self.currency  # type: ignore[misc]  # still open
        money.__class__ = Money
        return money

    def __mul__(self, times: int) -> "Money":
        if times.__class__ is not int:
            return NotImplemented
        return _from_minor(self.minor * times, self.currency)

    __rmul__ = __mul__

    def __neg__(self) -> "Money":
        return _from_minor(-self.minor, self.currency)

    def __abs__(self) -> "Money":
        return self if self.minor >= 0 else _from_minor(-self.minor, self.currency)

    def __bool__(self) -> bool:
        return self.minor != 0

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Money):
            return NotImplemented
        return self.minor == other.minor and self.currency == other.currency

    def __hash__(self) -> int:
        return hash((self.minor, self.currency))

    def __lt__(self, other: "Money") -> bool:
        if other.__class__ is not Money:
            return NotImplemented
        if self.currency != other.currency:
            raise _mismatch(self.currency, other.currency)
        return self.minor < other.minor

    def __le__(self, other: "Money") -> bool:
        if other.__class__ is not Money:
            return NotImplemented
        if self.currency != other.currency:
            raise _mismatch(self.currency, other.currency)
        return self.minor <= other.minor

    def __gt__(self, other: "Money") -> bool:
        if other.__class__ is not Money:
            return NotImplemented
        if self.currency != other.currency:
            raise _mismatch(self.currency, other.currency)
        return self.minor > other.minor

    def __ge__(self, other: "Money") -> bool:
        if other.__class__ is not Money:
            return NotImplemented
        if self.currency != other.currency:
            raise _mismatch(self.currency, other.currency)
        return self.minor >= other.minor

    def __str__(self) -> str:
        return f"{self.amount} {self.currency}"

    def __repr__(self) -> str:
        try:
            return f"Money('{self.amount}', '{self.currency}')"
        except Invalid:  # an unchecked currency must not hide the value from whoever looks for the mistake
            return f"Money.from_minor({self.minor!r}, {self.currency!r})"

    def __reduce__(self) -> tuple[Callable[[int, str], "Money"], tuple[int, str]]:
        return _from_minor, (self.minor, self.currency)

    def __copy__(self) -> "Money":
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> "Money":
        return self


_new: Any = object.__new__
_Opened = opened(Money)
_from_minor = Money.from_minor
# A frozen class refuses `self.minor = ...`; its slots are written directly, twice as fast as by object.__setattr__.
_set_minor: Callable[[Money, int], None] = Money.__dict__["minor"].__set__
_set_currency: Callable[[Money, str], None] = Money.__dict__["currency"].__set__


def total(items: Iterable[Money], currency: str) -> Money:
    """The sum of the items, zero for none; all must be in `currency`, else `Invalid` CURRENCY_MISMATCH."""
    minor = 0
    for item in items:
        if item.currency != currency:
            raise _mismatch(currency, item.currency)
        minor += item.minor
    return _from_minor(minor, currency)


def _minor_of(amount: str | int | Decimal, currency: str, places: int) -> int:
    value = decimal_of(amount, what="amount", max_places=28)
    minor = EXACT.scaleb(value, places)
    if minor != minor.to_integral_value():
        raise Invalid.one(
            "MONEY_TOO_PRECISE",
            f"amount {value} has more than the {places} decimals of {currency}",
            amount=value,
            currency=currency,
        )
    return _bounded(int(minor), currency)


def _bounded(minor: int, currency: str) -> int:
    if abs(minor) >= _LIMIT:
        raise _too_large(currency)
    return minor


def _too_large(currency: str) -> Invalid:
    return Invalid.one("MONEY_TOO_LARGE", "amount has 10**18 minor units or more", currency=currency)


def _mismatch(left: str, right: str) -> Invalid:
    return Invalid.one("CURRENCY_MISMATCH", f"{left} and {right} cannot be taken together", left=left, right=right)
