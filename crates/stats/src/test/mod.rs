//! Whether groups differ: tests, effect sizes, power.
