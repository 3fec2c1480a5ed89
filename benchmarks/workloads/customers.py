"""Customers of a workload: a crowd with groups, namesakes and aliases."""

from attrs import evolve

from benchmarks.workloads.accounts import account
from benchmarks.workloads.chance import Chance
from benchmarks.workloads.currencies import currency_of
from benchmarks.workloads.names import company, stem, twin
from benchmarks.workloads.records import Customer
from benchmarks.workloads.style import Style
from benchmarks.workloads.text.languages import language_of


def customers(style: Style, items: int, chance: Chance) -> list[Customer]:
    """As many as so many open items ask for."""
    count = max(3, items * style.crowd.per_thousand // 1000)
    made: list[Customer] = []
    for at in range(count):
        made.append(_customer(style, at, made, chance))
    return [_grouped(style, each, made, chance) for each in made]


def _customer(style: Style, at: int, others: list[Customer], chance: Chance) -> Customer:
    if others and chance.happens(style.crowd.twins):
        like = chance.one(others)
        country, name = like.country, twin(chance, like.name, language_of(like.country), like.country)
    else:
        country = chance.weighted(style.countries)
        name = company(chance, language_of(country), country)
    ibans = tuple(account(country, chance) for _ in range(2 if chance.happens(0.15) else 1))
    aliases = (f"{name.split(' ')[0]} {stem(chance)}",) if chance.happens(style.crowd.aliases) else ()
    return Customer(f"K{at + 10_000}", name, country, currency_of(country), ibans, aliases)


def _grouped(style: Style, customer: Customer, others: list[Customer], chance: Chance) -> Customer:
    if not chance.happens(style.crowd.children):
        return customer
    parent = chance.one(others)
    return customer if parent.id == customer.id else evolve(customer, parent=parent.id)
