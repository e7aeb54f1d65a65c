# Correlate.
