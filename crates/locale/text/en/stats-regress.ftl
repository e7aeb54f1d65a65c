# Regress.
