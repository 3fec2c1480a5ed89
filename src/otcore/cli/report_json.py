"""What a run says with --json: one object."""

from otcore.cli.documents import DocumentKind, Failure
from otcore.cli.figures_json import Json, cash_json, kpi_json, summary_json
from otcore.cli.running import Done, Order


def report_json(order: Order, done: Done) -> Json:
    """The run, the books and the failures."""
    return {
        "inbox": str(order.inbox),
        "store": order.store,
        "out": str(order.out),
        "files": done.files,
        "documents": {kind.value: _counts(done, kind) for kind in DocumentKind},
        "failures": [fault for failure in done.failures for fault in failure_json(failure)],
        "written": len(done.written),
        "changed": sum(done.written.values()),
        **summary_json(done.books),
        "cash": cash_json(done.books.cash),
        "kpi": kpi_json(done.books.kpi),
    }


def failure_json(failure: Failure) -> list[Json]:
    """One object a fault, so that each has its place."""
    return [
        {
            "file": failure.file,
            "place": fault.path,
            "document": failure.document,
            "code": fault.code,
            "message": fault.message,
        }
        for fault in failure.faults
    ]


def _counts(done: Done, kind: DocumentKind) -> Json:
    taken = done.taken
    return {"taken": taken.new[kind], "recognised": taken.recognised[kind], "failed": taken.failed[kind]}
