"""What a scenario is given, and the draft it makes."""

from collections.abc import Callable, Sequence
from datetime import date

from attrs import frozen

from benchmarks.workloads.chance import Chance
from benchmarks.workloads.ledger import Ledger
from benchmarks.workloads.records import Alloc, Customer, Invoice, Payment
from benchmarks.workloads.style import Style
from benchmarks.workloads.text.clutter import DAYS
from benchmarks.workloads.text.language import Language
from benchmarks.workloads.text.languages import LANGUAGES, language_of


@frozen(kw_only=True)
class Draft:
    """A payment before a bank has had its hands on it. `like`: an earlier one that looks the same."""

    scenario: str
    customer: Customer | None
    amount: int
    currency: str
    said: str = ""
    allocs: tuple[Alloc, ...] = ()
    ref: str | None = None
    on_account: int = 0
    unidentified: int = 0
    reverses: str | None = None
    original: tuple[int, str] | None = None
    like: Payment | None = None
    remembered: Invoice | None = None  # named and paid in full by this one: later payments may come back to it


@frozen
class Scene:
    """A day, what is open on it, and chance."""

    chance: Chance
    style: Style
    ledger: Ledger
    day: date

    def draw(self) -> Invoice | None:
        """An open invoice."""
        return self.ledger.draw(self.chance, self.day)

    def several(self, least: int) -> list[Invoice]:
        """All open items of a customer that has at least so many; none where chance found none."""
        first = self.draw()
        items = [] if first is None else self.ledger.of(first.customer, self.day)
        return items if len(items) >= least else []

    def customer(self, invoice: Invoice) -> Customer:
        """Who owes it."""
        return self.ledger.customers[invoice.customer]

    def words(self, customer: Customer) -> Language:
        """The language of a customer."""
        return LANGUAGES[language_of(customer.country)]

    def label(self, customer: Customer) -> str:
        """The word in front of a number."""
        return self.chance.one(self.words(customer).invoice)

    def naming(self, invoice: Invoice, number: str | None = None) -> str:
        """A number as somebody names it: a word before it, perhaps a day after it."""
        customer = self.customer(invoice)
        said = f"{self.label(customer)} {number or invoice.number}".strip()
        if self.chance.happens(0.15):
            day = invoice.issued.strftime(self.chance.one(DAYS))
            said += " " + self.words(customer).dated.format(day)
        return said


Scenario = Callable[[Scene], Draft | None]


def paid_in_full(
    scene: Scene, scenario: str, items: Sequence[Invoice], said: str, ref: str | None = None, named: bool = True
) -> Draft:
    """Items of one customer, each with what is open of it; a single one that is `named` is remembered."""
    return Draft(
        scenario=scenario,
        customer=scene.customer(items[0]),
        amount=sum(each.open for each in items),
        currency=items[0].currency,
        said=said,
        allocs=tuple(Alloc(each.id, each.open) for each in items),
        ref=ref,
        remembered=items[0] if named and len(items) == 1 else None,
    )
