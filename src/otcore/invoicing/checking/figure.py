"""A figure as a document states it: right, wrong, missing or no number at all."""

from decimal import Decimal

from attrs import frozen

from otcore.values.fast_init import fast_init


@frozen
class Code:
    """A code of a document, such as a currency; `text` is "" where none stands."""

    path: str
    text: str = ""
    line: int = 0


@fast_init
@frozen
class Figure:
    """A number of a document, exact and with the decimals that it is written with.

    `path` is where it stands, or where it would stand; `line` is the line of the file, 0 when that is not known.
    `text` is what stands there, "" when nothing does. `value` is None when nothing stands there or it is no number.
    """

    path: str
    text: str = ""
    value: Decimal | None = None
    line: int = 0

    @property
    def missing(self) -> bool:
        """Whether nothing is stated."""
        return not self.text

    @property
    def places(self) -> int:
        """The decimals it is written with: 2 for `10.50`."""
        if self.value is None:
            return 0
        exponent = self.value.as_tuple().exponent
        assert isinstance(exponent, int)  # a figure is finite
        return max(-exponent, 0)
