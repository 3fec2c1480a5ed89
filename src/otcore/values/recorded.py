"""Facts as they are kept: which aggregate, in which order, when, by whom."""

from datetime import datetime
from typing import final

from attrs import frozen

from otcore.values.scope import Scope


@final
@frozen
class Stream:
    """The events of one aggregate: its scope, its kind ("order") and its id.

    Made by stores by the million: it checks nothing.
    """

    scope: Scope
    kind: str
    id: str


@final
@frozen
class Recorded:
    """One event in its stream: `sequence` counts from 1 without gaps, `at` is an aware UTC time. It checks nothing."""

    stream: Stream
    sequence: int
    at: datetime
    actor: str
    event: object
