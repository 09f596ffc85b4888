//! Ground types that know nothing of text, files or the protocol.

pub mod cancel;
pub mod fingerprint;
pub mod id;
pub mod key;
pub mod kind;
pub mod never;
pub mod span;
