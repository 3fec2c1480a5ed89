"""The flow chart: the process as declared, as it really ran, and where these differ."""
