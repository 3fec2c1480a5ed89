"""ISO 20022 cash management messages: camt.053, the bank statement; camt.052, the report within the day; camt.054, the
notification. Every version of each.

Elements are found by their local names, so version 1 and version 13 are read by the same code. What changed between
them:

- the root's child: `BkToCstmrStmtV01`, later `BkToCstmrStmt`
- the entry's status: `Sts` as text, since version 7 `Sts/Cd`
- a party: `Dbtr/Nm`, since version 8 `Dbtr/Pty/Nm` (or an agent, `Dbtr/Agt`)
- the details of an entry: `TxDtls` in the entry, since version 2 in `NtryDtls`
- the amount of a detail: only in `AmtDtls`, since version 3 (again) in `Amt`
- charges: `Chrgs` once a charge, since version 3 `Chrgs/Rcrd`
- return information: `RtrInf/RtrRsn`, since version 2 `RtrInf/Rsn`
"""

from otcore.adapters.statements.camt.document import read_camt, read_camt052, read_camt053, read_camt054

__all__ = ["read_camt", "read_camt052", "read_camt053", "read_camt054"]
