"""KPIs over data frames: pandas, Polars (eager and lazy), DuckDB relations and PySpark, through narwhals.

The engine sums integers; what comes back are a few rows of the same meaning (`kpi.running.condensed`), and the exact
core makes the figures of them. Nothing is collected but sums, so a ledger may be larger than memory, or on a cluster.
"""
