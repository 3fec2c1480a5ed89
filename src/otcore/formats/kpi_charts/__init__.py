"""Charts of the figures as inline SVG: as wide as their page, no script, each with its words and its table."""
