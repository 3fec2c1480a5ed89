"""SEPA files for the bank: direct debits (pain.008), credit transfers (pain.001), and what it answers to them
(pain.002). Needs the extra `payments`.

`sepaxml` builds the messages and checks them against the schemas of ISO 20022; what it makes up (ids and times) is
replaced, so that the same batch gives the same bytes.
"""

from otcore.adapters.sepa.credit_transfers import write_credit_transfers
from otcore.adapters.sepa.direct_debits import write_direct_debits
from otcore.adapters.sepa.party import Party
from otcore.adapters.sepa.status_reports import read_status_report

__all__ = ["Party", "read_status_report", "write_credit_transfers", "write_direct_debits"]
