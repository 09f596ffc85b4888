//! What snapshots conclude, on labelled folders.

mod affairs;
