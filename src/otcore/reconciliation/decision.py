"""The decision on a payment: what is posted, what is suggested, and why nothing more is certain."""

from enum import StrEnum

from attrs import frozen

from otcore.payments.allocation import Allocation
from otcore.values.fast_init import fast_init
from otcore.values.money import Money


class Outcome(StrEnum):
    """What is done with a payment."""

    POSTED = "posted"  # one explanation is certain
    SUGGESTED = "suggested"  # there are explanations, and a person decides
    UNMATCHED = "unmatched"  # there is none


@fast_init
@frozen
class Span:
    """Where in a payment's text a finding was made: line of `Payment.text` (from 0; -1: another field), start, end."""

    line: int
    start: int
    end: int


@fast_init
@frozen
class Finding:
    """One piece of evidence: its kind, the item or customer it speaks for, its weight, and where it was seen.

    `weight`: hundredths of a bit, positive for, negative against. `said`: the words of the payment it rests on, and
    `span` where they stand; `more`: where they go on in further lines, of words that a bank broke.
    """

    kind: str
    about: str
    weight: int
    said: str = ""
    span: Span | None = None
    more: tuple[Span, ...] = ()

    @property
    def spans(self) -> tuple[Span, ...]:
        """Every place, a line each."""
        return () if self.span is None else (self.span, *self.more)


@fast_init
@frozen
class Proposal:
    """One explanation of a payment: whose it is, what it pays, what is left on account, and what speaks for it.

    Law: the cash of the allocations and `on_account` sum to the payment. `rule` is the id of the rule that made it.
    """

    customer: str
    allocations: tuple[Allocation, ...]
    on_account: Money
    rule: str
    findings: tuple[Finding, ...] = ()
    weight: int = 0


@fast_init
@frozen
class Decision:
    """What follows from a payment, the open items and the policy, and from nothing else.

    `posted`: the certain explanation; None: it is left to a person. `rivals`: other explanations, the best first.
    `reasons`: codes that say why it was not posted, or what is special about it. `version`: of the rules.
    `input_hash`: SHA-256 over everything that was looked at; the same input gives the same decision to the byte.
    """

    payment: str
    outcome: Outcome
    posted: Proposal | None = None
    rivals: tuple[Proposal, ...] = ()
    reasons: tuple[str, ...] = ()
    rule: str = ""
    version: str = ""
    input_hash: str = ""
