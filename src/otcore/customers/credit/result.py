"""What a credit check answers: ok or not, and the figures it rests on."""

from enum import StrEnum

from attrs import frozen

from otcore.values.money import Money
from otcore.values.percentage import Percentage

Figure = Money | Percentage | int | str | None
"""What an answer rests on: an amount, a share, a number of days or a level, a day, a name; None: there is none."""


class Verdict(StrEnum):
    """The answer of one check. `RELEASED`: not ok, and a person has answered for it."""

    OK = "ok"
    NOT_OK = "not ok"
    RELEASED = "released"


@frozen
class CheckResult:
    """One check: its code, its verdict, and the figures by name, in the order of the sentence `says`."""

    code: str
    verdict: Verdict
    says: str
    figures: tuple[tuple[str, Figure], ...] = ()

    @property
    def why(self) -> str:
        """The verdict in a sentence, with the figures."""
        return self.says.format(**dict(self.figures))


def result(code: str, fits: bool, ok: str, not_ok: str, **figures: Figure) -> CheckResult:
    """The answer of a check; `ok` and `not_ok` are sentences with the names of figures in braces."""
    return CheckResult(code, Verdict.OK if fits else Verdict.NOT_OK, ok if fits else not_ok, tuple(figures.items()))
