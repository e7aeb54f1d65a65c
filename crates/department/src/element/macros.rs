//! Declarations of elements and choices, each stated once.

/// Declares an element: a struct whose fields are read from the keys of the same names.
macro_rules! element {
    ($(#[doc = $about:literal])* $name:ident = $key:literal {
        $($(#[doc = $doc:literal])* $field:ident: $type:ty,)*
    }) => {
        $(#[doc = $about])*
        #[derive(Debug, Clone, Default)]
        pub struct $name {
            meta: $crate::element::Meta,
            $($(#[doc = $doc])* pub $field: $type,)*
        }

        impl $crate::element::Element for $name {
            const KEY: &'static str = $key;
            const FIELDS: &'static [$crate::element::FieldSpec] = &[$($crate::element::FieldSpec {
                key: stringify!($field),
                shape: <$type as $crate::element::Field>::SHAPE,
                doc: concat!($($doc),*),
            },)*];

            fn meta(&self) -> &$crate::element::Meta {
                &self.meta
            }
            fn meta_mut(&mut self) -> &mut $crate::element::Meta {
                &mut self.meta
            }
            fn field(
                &mut self, key: &str, node: &$crate::text::Node<'_>, faults: &mut $crate::read::Faults<'_>,
            ) -> Option<&'static str> {
                match key {
                    $(stringify!($field) => {
                        $crate::element::Field::read(&mut self.$field, node, faults);
                        Some(stringify!($field))
                    })*
                    _ => None,
                }
            }
            fn resolve(&mut self, names: &$crate::element::Names, faults: &mut $crate::read::Faults<'_>) {
                faults.in_file(self.meta.file);
                $($crate::element::Field::resolve(&mut self.$field, names, faults);)*
            }
            fn title(&self) -> &str {
                let fields = [$((stringify!($field), $crate::element::Field::as_text(&self.$field)),)*];
                let name = fields.iter().find(|(key, _)| *key == "name").and_then(|(_, text)| *text);
                name.filter(|text| !text.is_empty()).unwrap_or(&self.meta.id)
            }
        }
    };
}

/// Declares a field that chooses from words.
macro_rules! choice {
    ($(#[doc = $about:literal])* $name:ident { $($variant:ident = $word:literal),* $(,)? }) => {
        $(#[doc = $about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name {
            $(#[doc = concat!("`", $word, "`")] $variant,)*
        }

        impl $name {
            /// All of them, in their order.
            pub const ALL: &'static [$name] = &[$($name::$variant),*];
            /// The words, in their order.
            pub const WORDS: &'static [&'static str] = &[$($word),*];

            /// The word that stands in the text.
            pub const fn word(self) -> &'static str {
                match self { $($name::$variant => $word),* }
            }
        }

        impl $crate::element::FieldValue for $name {
            const SHAPE: $crate::element::Shape = $crate::element::Shape::Choice($name::WORDS);
            fn value(node: &$crate::text::Node<'_>, faults: &mut $crate::read::Faults<'_>) -> Option<Self> {
                match &node.kind {
                    $($crate::text::NodeKind::Text(text) if text == $word => Some($name::$variant),)*
                    $crate::text::NodeKind::Text(text) => {
                        faults.unknown_word(node, text, $name::WORDS);
                        None
                    }
                    _ => {
                        faults.wrong_type(node, $crate::element::Shape::Choice($name::WORDS));
                        None
                    }
                }
            }
        }
    };
}

pub(crate) use {choice, element};
