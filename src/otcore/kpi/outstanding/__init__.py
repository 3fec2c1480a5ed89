"""How long sales stay unpaid: the family of days sales outstanding, and how well receivables are turned into cash."""
