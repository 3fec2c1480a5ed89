"""The ledger behind the textbook examples: a quarter's sales, what was owed before it, and what is open at its end."""

from datetime import date

from otcore.receivables.ledger import Entry
from tests.kpi.ledgers import allocated, issued

END = date(2025, 3, 31)
JANUARY, FEBRUARY, MARCH = date(2025, 1, 10), date(2025, 2, 10), date(2025, 3, 10)
LATER = date(2025, 4, 15)

SALES = (
    issued("JAN", "70000", JANUARY, due=END),
    issued("FEB", "80000", FEBRUARY, due=END),
    issued("MAR", "100000", MARCH, due=LATER),
)
"""250,000 in the quarter, nothing owed before."""

QUARTER: tuple[Entry, ...] = (
    issued("OLD", "150000", date(2024, 12, 1), due=date(2024, 12, 31)),
    *SALES,
    allocated("OLD", "R1", "78000", date(2025, 2, 1)),
    allocated("JAN", "R2", "70000", date(2025, 3, 1)),
    allocated("FEB", "R3", "40000", date(2025, 3, 1)),
)
"""Beginning 150,000, sales 250,000, ending 212,000, of which 140,000 is not past due (40,000 of February, March)."""

MONTHS: tuple[Entry, ...] = (
    *SALES,
    allocated("JAN", "R1", "17000", END),
    allocated("FEB", "R2", "16000", END),
    allocated("MAR", "R3", "5000", END),
)
"""Open: 95,000 of March, 64,000 of February, 53,000 of January."""
