"""What was decided about a receipt, in short, as it is kept with it: so that "why" has an answer for ever."""

from attrs import frozen

from otcore.payments.allocation import Allocation


@frozen
class Place:
    """Where words stand: `text[line][start:end]` of the receipt's transaction; line -1: its structured reference."""

    line: int
    start: int
    end: int


@frozen
class Seen:
    """One piece of evidence: its kind, what it speaks for, its weight (hundredths of a bit), and the payer's words.

    `places`: where these stand; several of words that a bank broke.
    """

    kind: str
    about: str
    weight: int
    said: str = ""
    places: tuple[Place, ...] = ()


@frozen
class Rival:
    """Another explanation: whose money it would be, what it would pay, by which rule, and what speaks for it.

    `seen`: the evidence, where a person has to choose; beside what was posted only the weight of it is kept.
    """

    customer: str
    allocations: tuple[Allocation, ...]
    rule: str
    weight: int
    seen: tuple[Seen, ...] = ()


@frozen
class Decided:
    """A decision: `outcome` (posted, suggested, unmatched), the rules' version, codes that say why, and what was seen.

    `rivals`: the best first. `input_hash`: of all that was looked at. `by`: who decided, where that was a person, and
    `suggestion`: the rival that was taken, from 1; 0: none of them.
    """

    outcome: str
    version: str = ""
    reasons: tuple[str, ...] = ()
    rivals: tuple[Rival, ...] = ()
    input_hash: str = ""
    seen: tuple[Seen, ...] = ()
    weight: int = 0
    by: str = ""
    suggestion: int = 0
