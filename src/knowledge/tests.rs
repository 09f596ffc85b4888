//! Who is who on labelled folders.

mod affairs;
mod ecb;
mod links;
