"""What happened in a store."""

from datetime import UTC, date, datetime, time

from otcore.app.sync import MAIN
from otcore.cli.bad_use import BadUse
from otcore.cli.host import Host
from otcore.cli.stores import files_of, opened, without_password
from otcore.invoicing.seller import Seller
from otcore.values.party import Party
from otcore.values.recorded import Recorded
from otcore.workflows.ask import AskHappened


def facts_of(store: str, as_of: date | None) -> tuple[Recorded, ...]:
    """Everything that was recorded, or what was by the end of a day (UTC). Raises `BadUse` where no store is."""
    places = files_of(store)
    if places and not places[0].is_file():
        raise BadUse(f"there is no store at {without_password(store)}")
    until = datetime.combine(as_of, time.max, UTC) if as_of else None
    with opened(store) as found:
        return Host.over(found, Seller(party=Party("nobody yet")), date.min, MAIN).o2c.ask(AskHappened(until=until))
