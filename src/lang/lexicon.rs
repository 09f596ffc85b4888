//! The built-in word lists: SKELETON.

/// Closed lists and the gazetteer, built once a process from the data files beside this module.
#[derive(Debug, Default)]
pub struct Lexicon {}

impl Lexicon {
    /// The lists that are built in. The same object at every call.
    pub fn built_in() -> &'static Lexicon {
        static LEXICON: std::sync::OnceLock<Lexicon> = std::sync::OnceLock::new();
        LEXICON.get_or_init(Lexicon::default)
    }
}
