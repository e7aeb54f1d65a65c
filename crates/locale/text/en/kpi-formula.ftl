# How a KPI is computed from others.
field-kpi-formula = Formula
    .help = How it is computed from other KPIs, by their ids; where it stands, nothing is measured or imported.
    .example = answered / asked * 100
formula-wrong-ends = it ends where a number, a KPI or a bracket must come
formula-wrong-sign = “{ $what }” cannot stand there
formula-wrong-open = what opens here is not closed
formula-wrong-function = there is no function “{ $what }”
formula-wrong-periods = a window is a whole number of periods, from 1 to 1,000
formula-wrong-large = it is too long or too deep
formula-clash-added = adds “{ $left }” and “{ $right }”
formula-clash-comes = comes to “{ $left }”, and the KPI says “{ $right }”
formula-plain = a plain number
formula-computed-by = Computed by { $formula }
formula-parts = What it was computed from
import-computed-kpi = “{ $id }” is computed from other KPIs: bring in the figures that its formula names.
