"""A desk at which money comes in: two customers with invoices, and a credit that waits to be used."""

import otcore as ot
from tests.orders.examples import DAY, eur, left, line, product
from tests.workflows.desk import Desk

CUSTOMERS = ("C1", "C2")


def cash_desk() -> Desk:
    """Three invoices each, of 120, 60 and 36; of the first the customer paid all and got 12 credited."""
    desk = Desk()
    desk.lists(product())
    desk.receives(200)
    for customer in CUSTOMERS:
        desk.onboards(customer)
        for number, quantity in enumerate((10, 5, 3), 1):
            order, shipment = f"O-{customer}-{number}", f"S-{customer}-{number}"
            desk.places(line(quantity=quantity), order=order, customer=customer)
            desk.acknowledges(order)
            desk.ships(left("1", quantity), order=order, shipment=shipment)
            desk.bills(shipment)
    first = desk.otc.ask(ot.Every(ot.INVOICE))[0]
    desk.gets("120.00", "R0", text=first.id)
    desk.applies("R0")
    desk.handle(ot.IssueCreditNote(invoice=first.id, day=DAY, reason="broken", amount=eur("12.00")))
    return desk
