# Factor.
