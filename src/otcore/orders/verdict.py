"""What a rule finds, and what follows from it."""

from enum import StrEnum

from attrs import frozen

from otcore.orders.hold import HoldKind


class Verdict(StrEnum):
    """What a finding leads to: the order is refused, or waits for a person, or goes on."""

    REJECT = "reject"
    HOLD = "hold"
    ACCEPT = "accept"


@frozen
class Finding:
    """What a rule found: the rule's code, a sentence with the figures, and what follows."""

    code: str
    text: str
    verdict: Verdict
    hold: HoldKind = HoldKind.MANUAL


@frozen
class Consequence:
    """What a house wants to follow when a rule is broken; `hold` says who looks at an order that is held."""

    verdict: Verdict
    hold: HoldKind = HoldKind.MANUAL

    def of(self, code: str, text: str) -> tuple[Finding, ...]:
        """The finding; none when the house accepts it."""
        return () if self.verdict is Verdict.ACCEPT else (Finding(code, text, self.verdict, self.hold),)


REJECTED = Consequence(Verdict.REJECT)
ACCEPTED = Consequence(Verdict.ACCEPT)
HELD = Consequence(Verdict.HOLD)
INCOMPLETE = Consequence(Verdict.HOLD, HoldKind.INCOMPLETE)
MISPRICED = Consequence(Verdict.HOLD, HoldKind.PRICE)
