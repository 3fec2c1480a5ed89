"""The engines, where they are installed (the oldest dependencies promised come without any), and the public ledger."""

from importlib.util import find_spec

from tests.kpi.conftest import ledger, month_ends, records, reference

__all__ = ["ledger", "month_ends", "records", "reference"]

collect_ignore_glob = [] if find_spec("pyarrow") else ["test_*.py", "engines.py"]
