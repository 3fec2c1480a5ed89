"""What a customer owes at one of several days, how old it is, and in how many days of sales: integers until asked."""

from datetime import date
from fractions import Fraction

from attrs import Attribute, field, frozen

from otcore.kpi.buckets import DUE_DATE_AGING, AgingSpec, Treatment
from otcore.kpi.dso_spec import QUARTERLY_DSO, DsoSpec, NoSales, ReceivablesBasis, TaxBasis
from otcore.kpi.outstanding.countback import COUNTBACK, CountbackSpec, CountbackUnit
from otcore.kpi.sales import SalesBasis
from otcore.values.fast_init import fast_init
from otcore.values.faults import Invalid


@frozen
class StandingSpec:
    """Aging, simple DSO and countback DSO in one pass, each by its own specification.

    They are those of a function over rows where it adds up: credits in their own bucket and cash apart, ending
    receivables gross of cash and tax, sales less credits, countback by months. Raises `Invalid` SPEC_NEEDS_ROWS for
    another one.
    """

    aging: AgingSpec = field(default=DUE_DATE_AGING)
    dso: DsoSpec = field(default=QUARTERLY_DSO)
    countback: CountbackSpec = field(default=COUNTBACK)

    @aging.validator
    def _adds_up(self, attribute: "Attribute[AgingSpec]", spec: AgingSpec) -> None:
        _only((spec.cash, spec.credits) == (Treatment.SEPARATE, Treatment.OWN_BUCKET), attribute.name)

    @dso.validator
    def _is_of_the_day(self, attribute: "Attribute[DsoSpec]", spec: DsoSpec) -> None:
        plain = spec.receivables is ReceivablesBasis.ENDING and spec.tax is TaxBasis.GROSS and not spec.less_unapplied
        usual = spec.sales is SalesBasis.LESS_CREDITS and spec.no_sales is NoSales.UNDEFINED
        _only(plain and usual, attribute.name)

    @countback.validator
    def _is_by_months(self, attribute: "Attribute[CountbackSpec]", spec: CountbackSpec) -> None:
        by_months = spec.unit is not CountbackUnit.DAYS and spec.sales is SalesBasis.LESS_CREDITS
        _only(by_months and not spec.less_unapplied, attribute.name)


@fast_init
@frozen
class Standing:
    """One customer at one day, in minor units; `customer` is empty in the sum of all.

    `sold`: the sales of the DSO window, which stands for `days`. Counted back: `whole` days of months that are taken in
    full, and of the last month `taken` of its `sales` for `month_days`; `unexplained` by any sales. `reason`: why there
    is no countback.
    """

    customer: str
    as_of: date
    buckets: tuple[int, ...]
    sold: int
    days: Fraction
    whole: int
    taken: int
    sales: int
    month_days: int
    unexplained: int
    reason: str

    @property
    def open(self) -> int:
        """The open balance."""
        return sum(self.buckets)

    @property
    def dso(self) -> Fraction | None:
        """Simple DSO, in days, exactly; None without sales in the window."""
        if self.sold <= 0:
            return None
        return Fraction(self.open * self.days.numerator, self.sold * self.days.denominator)

    @property
    def countback(self) -> Fraction | None:
        """Countback DSO, in days, exactly; None with a reason."""
        if self.reason:
            return None
        return self.whole + Fraction(self.taken * self.month_days, self.sales) if self.sales else Fraction(self.whole)


@frozen
class MonthEnd:
    """All customers with rows up to the last day asked for, by name, and their sum. Law: `total` is the sum of `rows`
    in buckets and sales.
    """

    as_of: date
    rows: tuple[Standing, ...]
    total: Standing


def _only(fits: bool, name: str) -> None:
    if not fits:
        raise Invalid.one("SPEC_NEEDS_ROWS", f"by this specification {name} is computed from rows", field=name)
