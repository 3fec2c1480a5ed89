"""What a figure was counted over, and what it left out."""

from attrs import frozen


@frozen
class LeftOut:
    """What a specification leaves out for one stable reason, by id."""

    reason: str
    ids: tuple[str, ...]


@frozen
class Population:
    """The items behind a figure, by id, in the order of their ids; and those it left out, by reason."""

    counted: tuple[str, ...] = ()
    left_out: tuple[LeftOut, ...] = ()


UNCOUNTED = Population()
"""Of a figure that is not made of items."""
