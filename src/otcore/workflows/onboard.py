"""Onboarding a customer, listing a product: the master data an order needs."""

from attrs import evolve as changed

from otcore.catalog import product as catalog
from otcore.catalog.product import ListProduct
from otcore.customers import customer
from otcore.customers.customer import OnboardCustomer
from otcore.customers.namesake import names_of
from otcore.ports.aggregates import CUSTOMER, PRODUCT
from otcore.ports.kinds import Kept
from otcore.workflows import opening
from otcore.workflows.house import House
from otcore.workflows.requests import Flow, Load, Save


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
