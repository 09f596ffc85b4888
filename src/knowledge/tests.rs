//! Who is who on labelled folders.

mod affairs;
mod links;
