"""Payment terms as documents state them, whatever the syntax: groups of terms, and the lines of XRechnung."""
