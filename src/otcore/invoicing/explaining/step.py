"""One step of an explanation: a figure, the rule that gives it, what went in, and how it was rounded."""

from enum import StrEnum
from fractions import Fraction

from attrs import frozen

from otcore.values.money import Money

_DECIMALS = 12


class Kind(StrEnum):
    """How a figure follows from what is given.

    SUM: they are added, with their signs. PRODUCT: they are multiplied; a base quantity divides, a percentage is a
    hundredth. SHARE: it is a part of a total, so that the parts add up. STATED: it was given as it is.
    """

    SUM = "sum"
    PRODUCT = "product"
    SHARE = "share"
    STATED = "stated"


@frozen
class Given:
    """What goes into a figure. `figure`: the JSON pointer of another figure of the result; `source`: that of what the
    input says; a value that is kept and not printed may have neither.
    """

    name: str
    value: str
    figure: str = ""
    source: str = ""

    def __str__(self) -> str:
        return f"{self.name} {self.value}"


@frozen
class Step:
    """How one figure of the result came to be: `value` by a `rule` (its id in EN 16931 or Peppol, "" for otcore's own)
    that `formula` writes out, from what was `given`. `exact` is the value in major units before it was rounded as
    `rounding` says; "" where nothing was rounded.
    """

    figure: str
    name: str
    value: Money
    kind: Kind
    formula: str
    rule: str
    given: tuple[Given, ...]
    exact: Fraction
    rounding: str = ""

    def __str__(self) -> str:
        by = f" ({self.rule})" if self.rule else ""
        before = f", {written(self.exact)} {self.rounding}" if self.rounding else ""
        inputs = f" [{', '.join(map(str, self.given))}]" if self.given else ""
        return f"{self.name}: {self.value.amount:f} = {self.formula}{by}{before}{inputs}"


def written(value: Fraction) -> str:
    """The number in plain digits; one that does not end is cut after twelve decimals and says so."""
    cut = abs(value.numerator) * 10**_DECIMALS // value.denominator
    whole, rest = divmod(cut, 10**_DECIMALS)
    decimals = f"{rest:0{_DECIMALS}d}".rstrip("0")
    text = ("-" if value < 0 and cut else "") + str(whole) + (f".{decimals}" if decimals else "")
    return text if (value * 10**_DECIMALS).denominator == 1 else f"{text}..."
