//! Pictures: drawn with the house's own faces, as PNG for every reader and as SVG for those that can show it.

use crate::DocxError;
use crate::paper::{Page, emus};
use crate::xml::escape;
use chart::fonts;
use report::Figure;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Indent, Options, Tree, WriteOptions, fontdb};
use std::sync::{Arc, LazyLock};

/// A picture's unit on paper, in millimetres: its 12 units of type are 9 points.
const UNIT: f64 = 0.75 * 25.4 / 72.0;
/// Dots for each unit: some 210 to the inch.
const DOTS: f32 = 2.2;
/// No side of a PNG has more dots than this.
const SIDE: f32 = 5000.0;

/// The faces of pictures, and those that have the arrows and signs which they lack.
static FACES: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
    let mut faces = fontdb::Database::new();
    for face in fonts::ALL.into_iter().chain(typst_assets::fonts()) {
        faces.load_font_data(face.to_vec());
    }
    faces.set_sans_serif_family("PT Sans");
    faces.set_serif_family("PT Serif");
    Arc::new(faces)
});

/// A picture in both forms, with its size on paper.
pub(crate) struct Picture {
    /// Its number, from 1.
    pub number: usize,
    /// The dots.
    pub png: Vec<u8>,
    /// The lines; its words are outlines, so that they look the same where the faces are not installed.
    pub svg: String,
    /// Width and height in English Metric Units.
    size: (i64, i64),
}

impl Picture {
    /// Draws a picture for a page.
    pub fn new(figure: &Figure, number: usize, page: Page) -> Result<Self, DocxError> {
        let wrong = |error: &dyn std::fmt::Display| DocxError::Picture(error.to_string());
        let options =
            Options { fontdb: Arc::clone(&FACES), font_family: "PT Sans".to_owned(), ..Options::default() };
        // A picture without a name for its vocabulary is one only inside a page.
        let svg = match figure.svg.contains("xmlns=") {
            true => figure.svg.clone(),
            false => figure.svg.replacen("<svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"", 1),
        };
        let tree = Tree::from_str(&svg, &options).map_err(|error| wrong(&error))?;
        let (width, height) = (tree.size().width(), tree.size().height());
        let dots = DOTS.min(SIDE / width.max(height));
        let side = |length: f32| ((length * dots).ceil() as u32).max(1);
        let mut canvas = Pixmap::new(side(width), side(height)).ok_or_else(|| wrong(&"no room"))?;
        resvg::render(&tree, Transform::from_scale(dots, dots), &mut canvas.as_mut());
        let png = canvas.encode_png().map_err(|error| wrong(&error))?;
        let written = WriteOptions {
            preserve_text: false,
            coordinates_precision: 2,
            transforms_precision: 4,
            indent: Indent::None,
            ..WriteOptions::default()
        };
        let (width, height) = figure.size().unwrap_or((f64::from(width), f64::from(height)));
        let space = page.picture();
        let largest = if page == Page::Across { UNIT * 1.3 } else { UNIT };
        let unit = largest.min(space.0 / width).min(space.1 / height);
        let size = (emus(width * unit), emus(height * unit));
        Ok(Picture { number, png, svg: tree.to_string(&written), size })
    }

    /// The picture as a run.
    pub fn drawing(&self, caption: &str) -> String {
        let (number, (width, height), caption) = (self.number, self.size, escape(caption));
        format!(
            "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\">\
             <wp:extent cx=\"{width}\" cy=\"{height}\"/><wp:docPr id=\"{number}\" name=\"Figure {number}\" \
             descr=\"{caption}\"/><wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect=\"1\"/>\
             </wp:cNvGraphicFramePr><a:graphic>\
             <a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic>\
             <pic:nvPicPr><pic:cNvPr id=\"{number}\" name=\"figure{number}.png\" descr=\"{caption}\"/>\
             <pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed=\"png{number}\"><a:extLst>\
             <a:ext uri=\"{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}\"><asvg:svgBlip \
             xmlns:asvg=\"http://schemas.microsoft.com/office/drawing/2016/SVG/main\" r:embed=\"svg{number}\"/>\
             </a:ext></a:extLst></a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill>\
             <pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"{width}\" cy=\"{height}\"/></a:xfrm>\
             <a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>\
             </wp:inline></w:drawing></w:r>"
        )
    }
}
