"""Onboarding a customer, listing a product: the master data an order needs."""

from otcore.catalog import product as catalog
from otcore.catalog.product import ListProduct
from otcore.customers import alias, credit, customer
from otcore.customers.customer import OnboardCustomer
from otcore.ports.aggregates import ALIAS, CREDIT, CUSTOMER, PRODUCT
from otcore.ports.kinds import Kept
from otcore.workflows.house import House
from otcore.workflows.requests import Flow, Load, LoadMany, Save


def onboard(command: OnboardCustomer, house: House) -> Flow[Kept[customer.Customer]]:
    """The customer, its credit account, and every name by which documents may call it."""
    kept = yield from Load(CUSTOMER, command.customer)
    kept = kept.after(customer.decide(kept.state, command))
    profile = command.profile
    names = yield from LoadMany(ALIAS, alias.profile_keys(profile), True)
    taken = [name.after(alias.take(name.state, name.id, command.customer)) for name in names]
    account = yield from Load(CREDIT, command.customer)
    account = account.after(credit.opened(command.customer, profile.credit_limit, profile.currency))
    yield from Save(kept, account, *taken)
    return kept


def list_product(command: ListProduct, house: House) -> Flow[Kept[catalog.Product]]:
    """The product, orderable from now on."""
    kept = yield from Load(PRODUCT, command.product.id)
    kept = kept.after(catalog.decide(kept.state, command))
    yield from Save(kept)
    return kept
