"""Goods that come back: how many may, once, and what that leaves of the order."""

from otcore.orders.returns.commands import (
    AuthoriseReturn,
    ExchangeReturn,
    LineToReturn,
    ReceivedLine,
    ReceiveReturn,
    RequestReturn,
)
from otcore.orders.returns.returned_goods import Return
from tests.scenarios.registry import Case, decided_otherwise, holds
from tests.scenarios.world import DAY, SHELF, World, eur, pieces

RECORD = "0023-where-scenarios-differ.md"


def delivered(*quantities: int, billed: bool = False) -> World:
    """An order of which everything left."""
    world = World()
    world.product(on_hand=100)
    world.order(*quantities)
    world.ship(*quantities)
    if billed:
        world.bill()
    return world


def asking(quantity: int, line: str = "1", id: str = "R") -> RequestReturn:
    """May so much of a line come back?"""
    asked = (LineToReturn(line=line, quantity=pieces(quantity)),)
    return RequestReturn(return_id=id, order="O", day=DAY, lines=asked)


def came(*lines: ReceivedLine, id: str = "R") -> ReceiveReturn:
    return ReceiveReturn(return_id=id, day=DAY, lines=lines, location=SHELF)


def give_back(world: World, quantity: int, line: str = "1", id: str = "R") -> Return:
    """So much of a line came back, good."""
    world.do(asking(quantity, line, id))
    world.do(AuthoriseReturn(return_id=id, day=DAY))
    back: Return = world.do(came(ReceivedLine(line=line, good=pieces(quantity)), id=id))
    return back


@holds("MED-RET-1")
def no_more_comes_back_than_left(case: Case) -> None:
    world = delivered(1)
    world.refuses("MORE_THAN_RETURNABLE", asking(2))
    assert world.ledger().return_requested == 0


@holds("MED-RET-2")
def what_is_in_a_return_is_in_no_other(case: Case) -> None:
    world = delivered(1, 1, 3)
    world.do(asking(2, "3"))
    world.refuses("MORE_THAN_RETURNABLE", asking(2, "3", "R2"))
    assert world.ledger("3").return_requested == 2


@holds("MED-RET-4")
def no_more_is_received_than_was_to_come(case: Case) -> None:
    world = delivered(3)
    world.do(asking(2))
    world.do(AuthoriseReturn(return_id="R", day=DAY))
    before = world.shelf()
    world.refuses("MORE_THAN_REQUESTED", came(ReceivedLine(line="1", good=pieces(1), scrapped=pieces(2))))
    assert (world.shelf(), world.ledger().came_back) == (before, 0)


@holds("MED-RET-6")
def a_returned_unit_does_not_come_back_again(case: Case) -> None:
    world = delivered(1)
    give_back(world, 1)
    world.refuses("MORE_THAN_RETURNABLE", asking(1, id="R2"))
    assert world.ledger().returned == 1


@holds("ISS-11")
def returned_goods_are_owed_again_by_an_exchange_only(case: Case) -> None:
    world = World()
    world.product(on_hand=100)
    world.order(100)
    world.ship((70, 30))
    world.bill()
    give_back(world, 70)
    assert (world.ledger().open, world.ledger().returned) == (30, 70)
    assert world.shelf().reserved == 30
    world.do(ExchangeReturn(return_id="R", order="again", day=DAY))
    assert world.ledger().open == 30
    assert world.ledger(id="again").open == 70


@holds("ISS-12")
def each_line_to_credit_says_whether_it_is_billed_again(case: Case) -> None:
    world = delivered(2, 3)
    invoice = world.bill()
    asked = (
        LineToReturn(line="1", quantity=pieces(2), reinvoice=True),
        LineToReturn(line="2", quantity=pieces(3)),
    )
    world.do(RequestReturn(return_id="R", order="O", day=DAY, lines=asked))
    world.do(AuthoriseReturn(return_id="R", day=DAY))
    back = world.do(came(ReceivedLine(line="1", good=pieces(2)), ReceivedLine(line="2", good=pieces(3))))
    said = [(each.invoice, each.line, each.quantity, each.reinvoice) for each in back.credits]
    assert said == [(invoice.id, "1", 2, True), (invoice.id, "2", 3, False)]


@holds("ERP-SO-10")
def what_came_back_is_no_longer_with_the_buyer(case: Case) -> None:
    world = World()
    world.product(on_hand=100)
    world.order(9)
    world.ship((6, 3), id="S1")
    world.ship(3, id="S2")
    give_back(world, 3, id="R1")
    give_back(world, 1, id="R2")
    ledger = world.ledger()
    assert (ledger.shipped, ledger.returned) == (9, 4)
    assert ledger.shipped - ledger.came_back == ledger.returnable == 5


@decided_otherwise(
    "VEN-REF-1", rule="what goes back is computed from what came back; nobody states an amount", record=RECORD
)
def no_more_is_to_be_credited_than_was_billed(case: Case) -> None:
    world = delivered(2)
    invoice = world.bill()
    world.pay(invoice)
    world.refuses("MORE_THAN_RETURNABLE", asking(3))
    assert give_back(world, 2).credit_due == invoice.payable == eur(20)
    world.refuses("MORE_THAN_RETURNABLE", asking(1, id="R2"))
