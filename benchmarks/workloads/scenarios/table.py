"""The scenarios by the names that a style's mix uses."""

from benchmarks.workloads.scenarios import adjusted, many, nobody, one
from benchmarks.workloads.scenarios.scene import Scenario

SCENARIOS: dict[str, Scenario] = {
    "1_text": one.text, "1_structured": one.structured, "1_order": one.order, "1_noref": one.noref,
    "1_damaged": one.damaged,
    "1_stale_ref": one.stale_ref, "1_trap_other": one.trap_other, "1_own_other": one.own_other,
    "n_list": many.listed, "n_range": many.ranged, "n_noref": many.noref, "n_credit": many.credit,
    "n_clear_due": many.clear_due, "n_discount": many.discounted,
    "adj_discount": adjusted.discount, "adj_fee": adjusted.fee, "adj_deduction": adjusted.deduction,
    "adj_partial": adjusted.partial, "adj_rest": adjusted.rest, "adj_over": adjusted.over,
    "adj_withholding": adjusted.withholding, "adj_fx": adjusted.fx,
    "x_prepay": nobody.prepay, "x_unidentified": nobody.unidentified, "x_stranger": nobody.stranger,
    "x_duplicate": nobody.duplicate, "x_reversal": nobody.reversal, "x_charge": nobody.charge,
}  # fmt: skip
