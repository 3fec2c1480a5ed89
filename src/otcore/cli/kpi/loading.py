"""Where the rows come from: a ledger file, or a store."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from attrs import frozen

from otcore.adapters.ledgers import Layout, Ledger, read_ledger
from otcore.app.sync import MAIN, OrderToCash
from otcore.cli.attempts import attempt
from otcore.cli.bad_use import BadUse
from otcore.cli.documents import Failure
from otcore.cli.stores import files_of, opened, without_password
from otcore.invoicing.seller import Seller
from otcore.ports.aggregates import CUSTOMER
from otcore.ports.storage import Context, Store
from otcore.receivables.ledger import Entry
from otcore.values.party import Party
from otcore.workflows.ask import Every
from otcore.workflows.house import House

_NOBODY = Seller(party=Party("nobody yet"))


@frozen(kw_only=True)
class Source:
    """The rows, whose they are, and where they are from. `ledger`: what a file said besides; None for a store."""

    name: str
    entries: tuple[Entry, ...]
    names: Mapping[str, str]
    ledger: Ledger | None = None


def of_file(path: Path, layout: Layout) -> Source:
    """The ledger of a file. Raises `BadUse` with its failures where it cannot be taken in, without where it cannot be
    opened.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise BadUse(f"{path}: {error.strerror}") from None
    read = attempt(lambda: read_ledger(data, layout), str(path), "ledger")
    if isinstance(read, Failure):
        raise BadUse(f"{path} was not taken in", (read,))
    return Source(name=path.name, entries=read.entries, names=read.names, ledger=read)


def of_store(url: str) -> Source:
    """The ledger of a store. Raises `BadUse` for one that is not there."""
    places = files_of(url)
    if places and not places[0].is_file():
        raise BadUse(f"there is no store at {without_password(url)}")
    with opened(url) as store:
        customers = OrderToCash(store, House(seller=_NOBODY)).ask(Every(CUSTOMER))
        names = {customer.id: customer.profile.party.name for customer in customers}
        return Source(name=without_password(url), entries=_entries(store), names=names)


def _entries(store: Store) -> tuple[Entry, ...]:
    unit = store.begin(Context(MAIN, "otcore kpi", datetime.now(UTC)), reading=True)
    try:
        return unit.entries()
    finally:
        unit.close()
