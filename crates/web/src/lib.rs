//! The pages: handler, template and test side by side
