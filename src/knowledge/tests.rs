//! Who is who on labelled folders.

mod links;
