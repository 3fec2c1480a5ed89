"""What a stored state can be found by."""

from datetime import date
from typing import final

from attrs import frozen

from otcore.values.fast_init import fast_init


@final
@fast_init
@frozen
class Facets:
    """The indexed facts of a stored state, real columns in a store: whose it is, its reference, its status, its day.

    It checks nothing.
    """

    party: str = ""
    reference: str = ""
    status: str = ""
    day: date | None = None
