//! The faces that pictures and documents are set in: PT Sans and PT Serif by ParaType, as TrueType files.
//!
//! Both have Cyrillic; neither has arrows, thin spaces or geometric signs. Their licence is `fonts/LICENSE.md`.

/// PT Sans, regular.
pub const SANS: &[u8] = include_bytes!("../fonts/PTS55F.ttf");
/// PT Sans, bold.
pub const SANS_BOLD: &[u8] = include_bytes!("../fonts/PTS75F.ttf");
/// PT Sans, italic.
pub const SANS_ITALIC: &[u8] = include_bytes!("../fonts/PTS56F.ttf");
/// PT Serif, regular.
pub const SERIF: &[u8] = include_bytes!("../fonts/PTF55F.ttf");
/// PT Serif, bold.
pub const SERIF_BOLD: &[u8] = include_bytes!("../fonts/PTF75F.ttf");
/// PT Serif, italic.
pub const SERIF_ITALIC: &[u8] = include_bytes!("../fonts/PTF56F.ttf");

/// All six, for a renderer that wants a list.
pub const ALL: [&[u8]; 6] = [SANS, SANS_BOLD, SANS_ITALIC, SERIF, SERIF_BOLD, SERIF_ITALIC];
/// The licence that travels with the fonts.
pub const LICENCE: &str = include_str!("../fonts/LICENSE.md");
