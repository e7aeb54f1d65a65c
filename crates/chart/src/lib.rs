//! A chart's spec to SVG: one picture for page, PDF and export
