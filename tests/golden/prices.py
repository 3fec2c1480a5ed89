"""The part of the story in which prices stand on a list for a while, with a break."""

from datetime import datetime, timedelta
from decimal import Decimal

import otcore as ot


def prices(otc: ot.OrderToCash, at: datetime) -> None:
    """A list, and on it one product at two prices."""
    day = at.date()
    spring = ot.Validity(day, day + timedelta(90))
    breaks = (
        ot.PriceBreak(ot.UnitPrice("1.10", "EUR"), valid=spring),
        ot.PriceBreak(ot.UnitPrice("9.50", "EUR", 10), Decimal(100), spring),
    )
    otc.handle(ot.PublishPriceList(ot.PriceList("wards", "EUR", spring, "agreed in March")), at=at)
    otc.handle(ot.SetPrices(price_list="wards", product="P-4", unit="C62", breaks=breaks), at=at)
