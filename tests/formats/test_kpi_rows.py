from otcore.formats.kpi_rows import kpi_rows
from otcore.kpi.report import kpi_report
from tests.kpi.ledgers import TODAY, day, issued, received


def figures(*rows):
    (one,) = kpi_report(rows, TODAY).figures
    return kpi_rows(one)


def test_the_summary_names_every_figure():
    rows = (
        issued("A", "1000.00", day(80), due=day(50)),
        issued("B", "2000.00", day(10)),
        received("R", "30.00", day(1)),
    )
    assert figures(*rows) == (
        ("Open balance", "€3,000.00"),
        ("  Not due", "€2,000.00"),
        ("  1–30 days", "€0.00"),  # noqa: RUF001  # a range
        ("  31–60 days", "€1,000.00"),  # noqa: RUF001  # a range
        ("  61–90 days", "€0.00"),  # noqa: RUF001  # a range
        ("  Over 90 days", "€0.00"),
        ("Overdue", "€1,000.00"),
        ("Overdue share", "33.3%"),
        ("DSO (90 days)", "90.0 days"),
        ("Unapplied cash", "€30.00"),
    )


def test_a_figure_without_a_value_says_why():
    rows = dict(figures(received("R", "30.00", day(1))))
    assert rows["DSO (90 days)"] == "none: no sales in the period"
    assert rows["Overdue share"] == "none: nothing is open"
