"""The figures of any ledger: `otcore kpi`."""
