"""Payment terms as documents state them: the lines of XRechnung, and the groups of UBL and of CII."""
