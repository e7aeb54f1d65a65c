//! Both normative documents as one report tree, and that tree as HTML
