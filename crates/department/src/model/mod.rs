//! The typed department: both documents' elements, a file each as their texts are.
//!
//! An element is a keyed table (`[goal.trust]`): the kind, then its id. Every field may be absent, because a
//! document is written little by little; what must be there is said by rules, not by the reader.

pub mod business;
pub mod choices;
pub mod listening;
pub mod organisation;
pub mod scorecard;
pub mod situation;
pub mod sostac;
pub mod studies;

pub use business::*;
pub use choices::*;
pub use listening::*;
pub use organisation::*;
pub use scorecard::*;
pub use situation::*;
pub use sostac::*;
pub use studies::*;

use crate::element::{Element, Names, Ref, Table};
use crate::read::Faults;
use diag::{Place, Sources};

/// The files of a department, and which of their top tables stand alone (`[about]`) or hold elements
/// (`[goal.trust]`).
macro_rules! department {
    ($($file:literal { $(one $one:ident: $One:ty,)* $(many $many:ident: $Many:ident = $key:literal,)* })*) => {
        /// Everything that both documents say.
        #[derive(Debug, Clone, Default)]
        pub struct Department {
            /// The texts it was read from.
            pub sources: Sources,
            $($(
                #[doc = concat!("`[", stringify!($one), "]` in `", $file, "`.")]
                pub $one: $One,
            )*$(
                #[doc = concat!("`[", $key, ".…]` in `", $file, "`.")]
                pub $many: Table<$Many>,
            )*)*
        }

        /// The kinds of keyed elements.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Kind { $($(
            #[doc = concat!("`[", $key, ".…]`")]
            $Many,
        )*)* }

        impl Kind {
            /// All, in the order of the files and of the sections in them.
            pub const ALL: &[Kind] = &[$($(Kind::$Many,)*)*];

            /// The word that stands before the id: `goal` in `[goal.trust]`.
            pub const fn key(self) -> &'static str {
                match self { $($(Kind::$Many => $key,)*)* }
            }

            /// The file that the kind's elements stand in.
            pub const fn file(self) -> &'static str {
                match self { $($(Kind::$Many => $file,)*)* }
            }
        }

        $($(impl crate::element::Kinded for $Many {
            const KIND: Kind = Kind::$Many;
            fn table(department: &Department) -> &Table<Self> { &department.$many }
        })*)*

        /// The standard files, in the order in which they are read.
        pub const FILES: &[&str] = &[$($file),*];

        /// The top tables a file may hold.
        pub(crate) fn tables_of(file: &str) -> &'static [&'static str] {
            match file {
                $($file => &[$(stringify!($one),)* $($key,)*],)*
                _ => &[],
            }
        }

        /// The file in which a top table belongs.
        pub(crate) fn file_of(table: &str) -> Option<&'static str> {
            match table {
                $($(stringify!($one) => Some($file),)* $($key => Some($file),)*)*
                _ => None,
            }
        }

        impl Department {
            /// Reads one top table of a file into its place; false where the file has no such table.
            pub(crate) fn take(
                &mut self, file: &str, key: &crate::text::Key<'_>, node: &crate::text::Node<'_>, faults: &mut Faults<'_>,
            ) -> bool {
                match (file, &*key.text) {
                    $($(
                        ($file, stringify!($one)) => if faults.reads(self.$one.meta()) {
                            self.$one.read(key, node, faults)
                        },
                    )*$(
                        ($file, $key) => self.$many.read(key, node, faults),
                    )*)*
                    _ => return false,
                }
                true
            }

            /// Which elements there are.
            pub(crate) fn names(&self) -> Names {
                let mut names = Names::default();
                $($(names.add(Kind::$Many, &self.$many);)*)*
                names
            }

            /// Binds every reference to the element it names.
            pub(crate) fn resolve(&mut self, names: &Names, faults: &mut Faults<'_>) {
                $($(self.$one.resolve(names, faults);)*$(self.$many.resolve(names, faults);)*)*
            }

            /// Takes over what another reading found; false where a table was not in the same piece before.
            pub(crate) fn adopt(&mut self, other: Department) -> bool {
                let mut known = true;
                $($(if !other.$one.meta().id.is_empty() {
                    known &= self.$one.meta().id == other.$one.meta().id
                        && self.$one.meta().file == other.$one.meta().file;
                    self.$one = other.$one;
                })*$(known &= self.$many.adopt(other.$many);)*)*
                known
            }

            /// How many tables stand in a piece of the texts.
            pub(crate) fn in_piece(&self, piece: diag::FileId) -> usize {
                let mut tables = 0;
                $($(tables += usize::from(!self.$one.meta().id.is_empty() && self.$one.meta().file == piece);)*)*
                self.each(|_, meta, _| tables += usize::from(meta.file == piece));
                tables
            }

            /// How many elements there are.
            pub fn len(&self) -> usize {
                0 $($(+ self.$many.len())*)*
            }

            /// How many elements of a kind there are.
            pub fn count(&self, kind: Kind) -> usize {
                match kind { $($(Kind::$Many => self.$many.len(),)*)* }
            }

            /// The number of an element among those of its kind, counted from 0.
            pub fn number(&self, kind: Kind, id: &str) -> Option<usize> {
                match kind { $($(Kind::$Many => self.$many.number(id),)*)* }
            }

            /// The name and places of a table: of `[about]` without an id, of `[goal.trust]` with one.
            pub fn meta(&self, table: &str, id: Option<&str>) -> Option<&crate::element::Meta> {
                match (table, id) {
                    $($((stringify!($one), None) => Some(self.$one.meta()),)*
                    $(($key, Some(id)) => self.$many.get(id).map(|element| element.meta()),)*)*
                    _ => None,
                }
            }

            /// An element's name as people say it.
            pub fn title(&self, kind: &str, id: &str) -> Option<&str> {
                match kind {
                    $($($key => self.$many.get(id).map(|element| element.title()),)*)*
                    _ => None,
                }
            }

            /// The name, places and title of an element, by its number among those of its kind.
            pub fn nth(&self, kind: Kind, number: usize) -> Option<(&crate::element::Meta, &str)> {
                match kind {
                    $($(Kind::$Many => self.$many.at(number).map(|element| (element.meta(), element.title())),)*)*
                }
            }

            /// Every element's kind, id, title and place, in the order of the texts.
            pub fn each(&self, mut visit: impl FnMut(Kind, &crate::element::Meta, &str)) {
                $($(for element in self.$many.iter() {
                    visit(Kind::$Many, element.meta(), element.title());
                })*)*
            }
        }

        /// Every kind of table with its fields, for the manual and for tools.
        pub fn schema() -> Vec<(&'static str, &'static str, &'static [crate::element::FieldSpec])> {
            vec![$($(($file, stringify!($one), <$One as Element>::FIELDS),)*$(($file, $key, <$Many as Element>::FIELDS),)*)*]
        }
    };
}

department! {
    "department.toml" {
        one about: About,
        one rules: RuleWeights,
        many units: Unit = "unit",
        many people: Person = "person",
        many roles: Role = "role",
        many competences: Competence = "competence",
        many software: Software = "software",
        many handoffs: Handoff = "handoff",
        many approvals: ApprovalStage = "approval",
    }
    "business.toml" {
        one business: Business,
        many business_goals: BusinessGoal = "business_goal",
    }
    "sostac.toml" {
        one situation: Situation,
        one horizons: Horizons,
        one strategy: Strategy,
        many statements: Statement = "statement",
        many tows: Tows = "tows",
        many segments: Segment = "segment",
        many competitors: Competitor = "competitor",
        many channels: Channel = "channel",
        many baselines: Baseline = "baseline",
        many goals: Goal = "goal",
        many tasks: Task = "task",
        many instruments: Instrument = "instrument",
        many tactics: Tactic = "tactic",
        many actions: Action = "action",
        many kpis: Kpi = "kpi",
    }
    "scorecard.toml" {
        one scorecard: Scorecard,
        many objectives: Objective = "objective",
        many initiatives: Initiative = "initiative",
        many processes: Process = "process",
    }
    "listening.toml" {
        one listening: Listening,
        many listening_sources: ListeningSource = "source",
        many queries: Query = "query",
        many routes: Route = "route",
    }
    "studies.toml" {
        many studies: Study = "study",
    }
}

/// The standard files that a department may be without.
pub const OPTIONAL: &[&str] = &["studies.toml"];

impl Department {
    /// The element that a reference names, where it names one.
    pub fn get<T: crate::element::Kinded>(&self, reference: &Ref<T>) -> Option<&T> {
        T::table(self).at(reference.index()?)
    }

    /// As [`Department::get`], for a field that may be absent.
    pub fn find<T: crate::element::Kinded>(&self, reference: &Option<Ref<T>>) -> Option<&T> {
        self.get(reference.as_ref()?)
    }

    /// Whether there are no elements.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The beginning of a standard file: the place of what is missing in it altogether.
    pub fn file(&self, path: &str) -> Place {
        Place { file: self.sources.find(path).unwrap_or_default(), ..Place::default() }
    }
}
