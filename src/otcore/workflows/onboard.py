"""Onboarding a customer, listing a product and changing it: the master data an order needs."""

from attrs import evolve as changed

from otcore.catalog import product as catalog
from otcore.catalog.product import ChangeProduct, ListProduct
from otcore.customers import customer
from otcore.customers.customer import OnboardCustomer
from otcore.customers.namesake import names_of
from otcore.ports.aggregates import CUSTOMER, PRODUCT, STOCK
from otcore.ports.kinds import Kept
from otcore.ports.storage import Where
from otcore.stock.item import StockItem
from otcore.workflows import opening
from otcore.workflows.house import House
from otcore.workflows.requests import Find, Flow, Load, Save


def onboard(command: OnboardCustomer, house: House) -> Flow[Kept[customer.Customer]]:
    """The customer, its credit account, and every name by which documents and people may call it."""
    kept = yield from Load(CUSTOMER, command.customer)
    group = yield from opening.group_of(command.profile)
    settled = changed(command, profile=opening.settled(command.profile, group))
    kept = kept.after(customer.decide(kept.state, settled))
    profile = settled.profile
    taken = yield from opening.names(command.customer, profile)
    joined, _ = yield from opening.namesakes(command.customer, names_of(profile.party))
    account = yield from opening.account(command.customer, profile, group, profile.credit_limit)
    yield from Save(kept, account, *taken, *joined)
    return kept


def list_product(command: ListProduct, house: House) -> Flow[Kept[catalog.Product]]:
    """The product, orderable from now on."""
    kept = yield from Load(PRODUCT, command.product.id)
    kept = kept.after(catalog.decide(kept.state, command))
    yield from Save(kept)
    return kept


def change_product(command: ChangeProduct, house: House) -> Flow[Kept[catalog.Product]]:
    """The product as it is from now on."""
    kept = yield from Load(PRODUCT, command.product.id)
    shelves = yield from Find(STOCK, Where(references=(kept.some.id,)))
    kept = kept.after(catalog.change(kept.some, command, any(_in_use(shelf.some) for shelf in shelves)))
    if kept.events:
        yield from Save(kept)
    return kept


def _in_use(shelf: StockItem) -> bool:
    return bool(shelf.on_hand or shelf.reserved or shelf.incoming or shelf.awaited)
