"""Explanations of calculated figures."""

from otcore.invoicing.explaining.explaining import explain, steps_of
from otcore.invoicing.explaining.step import Given, Kind, Step

__all__ = ["Given", "Kind", "Step", "explain", "steps_of"]
