"""Placing an order: the products and the customer are looked up, rules and credit are checked, goods are promised."""

from otcore.customers.credit import account as credit
from otcore.orders import placing
from otcore.orders.commands import PlaceOrder
from otcore.orders.order import Order
from otcore.orders.placing import PlacingGiven
from otcore.ports.aggregates import CREDIT, CUSTOMER, ORDER
from otcore.ports.kinds import Kept
from otcore.ports.storage import Where
from otcore.values.faults import Rejected
from otcore.workflows.credit_checking import rate_of
from otcore.workflows.house import House
from otcore.workflows.promise import promise
from otcore.workflows.quoting import quote
from otcore.workflows.requests import Find, Flow, Load, Save


def place(command: PlaceOrder, house: House) -> Flow[Kept[Order]]:
    """The order in the books: promised, held or rejected, with every reason."""
    kept = yield from Load(ORDER, command.order)
    if kept.state is not None:
        raise Rejected("ORDER_EXISTS", order=command.order)
    return (yield from enter(kept, command, house))


def enter(kept: Kept[Order], command: PlaceOrder, house: House) -> Flow[Kept[Order]]:
    """The order placed, one that is not stored yet or a draft."""
    customer = (yield from Load(CUSTOMER, command.customer, True)).some  # nobody blocks or closes it meanwhile
    account = yield from Load(CREDIT, credit.account_id(customer), True)
    quoted = yield from quote(command, customer, house)
    given = PlacingGiven(
        customer=customer,
        products=quoted.products,
        prices=quoted.prices,
        same_reference=(yield from _same_reference(command)),
        value=quoted.value,
        net=quoted.net,
        rules=house.placing,
        policy=house.policy_of(customer),
        calendar=house.calendar,
        rate=rate_of(command.currency, account.some, command.day, house),
    )
    kept = kept.after(placing.place(kept.state, command, quoted.lines, given))
    kept, others = yield from promise(kept, account, customer, command.day, house)
    if kept.some.held:
        # Nothing moves, but the account has seen the order: whoever places another one meanwhile has to look again.
        others = (account.after(credit.moved(kept.id, currency=account.some.currency)),)
    yield from Save(kept, *others)
    return kept


def _same_reference(command: PlaceOrder) -> Flow[tuple[Order, ...]]:
    if not command.details.reference:
        return ()
    found = yield from Find(ORDER, Where(party=command.customer, references=(command.details.reference,)))
    return tuple(kept.some for kept in found if kept.id != command.order)
