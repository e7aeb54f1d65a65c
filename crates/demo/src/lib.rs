//! A fictional department in Russian and English, its synthetic figures, and generated departments of any size
