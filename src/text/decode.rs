//! Bytes of a file → its text; remembers what had to be done.
//!
//! SKELETON: UTF-8 only; byte-order marks and Windows-1252 to be written.

/// A decoded file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Decoded {
    pub text: String,
    pub charset: Charset,
    /// A byte-order mark stood at the start; it is not part of `text`.
    pub byte_order_mark: bool,
}

/// The character set that the bytes were read in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Charset {
    Utf8,
    Utf16Le,
    Utf16Be,
    /// The bytes are not UTF-8; every byte has a meaning in this set.
    Windows1252,
}

/// Why bytes are not text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NotText {
    /// NUL bytes or other signs of a binary file.
    Binary,
    /// Above [`MAX_BYTES`].
    TooLarge,
}

/// Files above this many bytes are not read.
pub const MAX_BYTES: usize = 1 << 30;

/// Decodes a file.
pub fn decode(bytes: &[u8]) -> Result<Decoded, NotText> {
    let text = String::from_utf8_lossy(bytes).into_owned();
    Ok(Decoded { text, charset: Charset::Utf8, byte_order_mark: false })
}
