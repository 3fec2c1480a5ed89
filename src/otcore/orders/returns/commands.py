"""What a host asks of a return, in the imperative. `day` is the business day of the act."""

from datetime import date

from attrs import frozen

from otcore.orders.line import RequestedLine
from otcore.orders.returns.restocking import RestockingFee
from otcore.orders.returns.returned_goods import Return
from otcore.values.command import Command
from otcore.values.quantity import Quantity


@frozen(kw_only=True)
class LineToReturn:
    """What a buyer wants to send back of one order line, and why. `reinvoice`: billed again by what replaces it."""

    line: str
    quantity: Quantity
    reason: str = ""
    reinvoice: bool = False


@frozen(kw_only=True)
class RequestReturn(Command[Return]):
    """A buyer asks to send goods back. From now on nobody else can return the same units.

    Refused: `RETURN_EXISTS`, `ORDER_NOT_CONFIRMED`, `NOTHING_RETURNED`, `LINE_UNKNOWN`, `LINE_TWICE`, `UNIT_DIFFERS`,
    `QUANTITY_NOT_POSITIVE`, `MORE_THAN_RETURNABLE` than was shipped and is not in another return.
    """

    return_id: str
    order: str
    day: date
    lines: tuple[LineToReturn, ...]


@frozen(kw_only=True)
class AuthoriseReturn(Command[Return]):
    """The goods may come. `fee` None: the house's (`House.restocking`).

    Refused: `RETURN_NOT_REQUESTED`, `FEE_CURRENCY`, `FEE_NEGATIVE`.
    """

    return_id: str
    day: date
    fee: RestockingFee | None = None


@frozen(kw_only=True)
class RejectReturn(Command[Return]):
    """The goods may not come. Refused: `RETURN_NOT_REQUESTED`. Raises `Invalid` REASON_MISSING."""

    return_id: str
    day: date
    reason: str


@frozen(kw_only=True)
class ReceivedLine:
    """What came back of one order line: good for the shelf, and spoilt. None: nothing of that."""

    line: str
    good: Quantity | None = None
    scrapped: Quantity | None = None


@frozen(kw_only=True)
class ReceiveReturn(Command[Return]):
    """Goods came back, all or a part. Good ones go on the shelf at `location`, spoilt ones nowhere.

    They are taken off what is not billed yet, the latest shipment first, then off what was billed.
    Refused: `RETURN_NOT_AUTHORISED`, `NOTHING_RECEIVED`, `LINE_UNKNOWN`, `LINE_TWICE`, `UNIT_DIFFERS`,
    `QUANTITY_NEGATIVE`, `MORE_THAN_REQUESTED`, `LOCATION_NEEDED`.
    """

    return_id: str
    day: date
    lines: tuple[ReceivedLine, ...]
    location: str = ""


@frozen(kw_only=True)
class CancelReturn(Command[Return]):
    """The buyer keeps the goods. Refused: `RETURN_OVER`, `ALREADY_RECEIVED` once any came (close it)."""

    return_id: str
    day: date
    reason: str = ""


@frozen(kw_only=True)
class CloseReturn(Command[Return]):
    """Nothing more comes; what was still to come may be returned another time. Refused: `RETURN_NOT_AUTHORISED`."""

    return_id: str
    day: date
    reason: str = ""


@frozen(kw_only=True)
class ExchangeReturn(Command[Return]):
    """Replace the goods by an order, placed as any other. `lines` empty: the same goods at the prices agreed for them.

    Refused: `RETURN_NOT_AUTHORISED`, `ALREADY_EXCHANGED`, and what placing an order refuses.
    """

    return_id: str
    order: str
    day: date
    lines: tuple[RequestedLine, ...] = ()
