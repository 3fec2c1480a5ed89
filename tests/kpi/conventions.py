"""Any conventions of DSO, and what is tax in the items of the ledgers, for the laws."""

from hypothesis import strategies as st

from otcore.kpi.converting.net import Taxes
from otcore.kpi.dso_spec import DayBasis, DsoSpec, NoSales, ReceivablesBasis, TaxBasis
from otcore.kpi.sales import SalesBasis
from otcore.values import Percentage

specs = st.builds(
    DsoSpec,
    st.integers(1, 400),
    months=st.integers(0, 14),
    day_basis=st.sampled_from(DayBasis),
    receivables=st.sampled_from(ReceivablesBasis),
    tax=st.sampled_from(TaxBasis),
    sales=st.sampled_from(SalesBasis),
    no_sales=st.sampled_from(NoSales),
    less_unapplied=st.booleans(),
)
VAT = Taxes(Percentage(19), {"INV1": Percentage(7), "INV2": Percentage(0)})
