"""What a host asks of the boards; answered by `board.boards` over the ledger's rows."""

from datetime import date, datetime

from attrs import frozen

from otcore.kpi.board.board import Boards
from otcore.kpi.board.measures import DEFAULT_BOARD, BoardSpec
from otcore.values.command import Query


@frozen
class AskBoards(Query[Boards]):
    """The figures of a day with how they came to be, one board a currency: `board.boards`.

    `known`: from what was recorded up to and including this moment; none: from all that is recorded now.
    """

    as_of: date
    spec: BoardSpec = DEFAULT_BOARD
    known: datetime | None = None
