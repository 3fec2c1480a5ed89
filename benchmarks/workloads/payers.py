"""Who a payment comes from, as the bank tells it."""

from attrs import frozen

from benchmarks.workloads.accounts import account
from benchmarks.workloads.chance import Chance
from benchmarks.workloads.names import as_banks_write, company
from benchmarks.workloads.records import Customer
from benchmarks.workloads.style import Payers, Style
from benchmarks.workloads.text.languages import language_of


@frozen
class Payer:
    """Name, account, and what is odd about them."""

    name: str
    account: str
    noise: tuple[str, ...] = ()


class Desk:
    """Finds a payer for each payment."""

    def __init__(self, style: Style, customers: dict[str, Customer], chance: Chance) -> None:
        self._style, self._customers, self._chance = style, customers, chance
        self._factories = [self._stranger("third_party_payer") for _ in range(style.payers.factories)]

    def payer(self, customer: Customer | None) -> Payer:
        """Who pays for a customer; a stranger where there is none."""
        if customer is None:
            return self._stranger()
        habits, chance = self._style.payers, self._chance
        if self._factories and chance.happens(habits.factory_pays):
            return chance.one(self._factories)
        parent = self._customers.get(customer.parent or "")
        if parent is not None and chance.happens(habits.parent_pays):
            return Payer(parent.name, chance.one(parent.ibans), ("parent_pays",))
        return self._itself(customer, habits)

    def _itself(self, customer: Customer, habits: Payers) -> Payer:
        chance, noise = self._chance, []
        name, paid_from = chance.one((customer.name, customer.name, *customer.aliases)), chance.one(customer.ibans)
        if not chance.happens(habits.own_account):
            paid_from = account(customer.country, chance)
            noise.append("iban_unknown")
        if chance.happens(habits.no_name):
            return Payer("", paid_from, (*noise, "name_missing"))
        if chance.happens(habits.name_changed):
            name = as_banks_write(chance, name)
            noise.append("name_noise")
        return Payer(name, paid_from, tuple(noise))

    def _stranger(self, *noise: str) -> Payer:
        country = self._chance.weighted(self._style.countries)
        return Payer(company(self._chance, language_of(country), country), account(country, self._chance), noise)
