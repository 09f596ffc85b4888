//! Bytes of a file → its text; remembers what had to be done.
//!
//! UTF-8 is tried first, then Windows-1252, in which every byte has a meaning; UTF-16 is read where a
//! byte-order mark says so. Line breaks and all characters stay as they are.

use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1252};
use memchr::memchr;

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

/// In this many bytes from the start, signs of a binary file other than NUL are counted.
const LOOKED_AT: usize = 8 << 10;

/// Decodes a file.
pub fn decode(bytes: &[u8]) -> Result<Decoded, NotText> {
    if bytes.len() > MAX_BYTES {
        return Err(NotText::TooLarge);
    }
    if let Some(rest) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        return eight_bit(rest, true);
    }
    if let Some(rest) = bytes.strip_prefix(b"\xFF\xFE") {
        return Ok(utf16(rest, Charset::Utf16Le));
    }
    if let Some(rest) = bytes.strip_prefix(b"\xFE\xFF") {
        return Ok(utf16(rest, Charset::Utf16Be));
    }
    eight_bit(bytes, false)
}

fn eight_bit(bytes: &[u8], byte_order_mark: bool) -> Result<Decoded, NotText> {
    if memchr(0, bytes).is_some() {
        return Err(NotText::Binary);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok(Decoded { text: text.to_owned(), charset: Charset::Utf8, byte_order_mark });
    }
    if has_control_bytes(bytes) {
        return Err(NotText::Binary);
    }
    let (text, _) = WINDOWS_1252.decode_without_bom_handling(bytes);
    Ok(Decoded { text: text.into_owned(), charset: Charset::Windows1252, byte_order_mark })
}

fn utf16(bytes: &[u8], charset: Charset) -> Decoded {
    let encoding = if charset == Charset::Utf16Le { UTF_16LE } else { UTF_16BE };
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    Decoded { text: text.into_owned(), charset, byte_order_mark: true }
}

/// More than one byte in fifty is a control character that no text holds.
fn has_control_bytes(bytes: &[u8]) -> bool {
    let head = bytes.get(..LOOKED_AT).unwrap_or(bytes);
    let is_control = |byte: &&u8| **byte < 0x20 && !matches!(**byte, b'\t' | b'\n' | b'\r' | 0x0C | 0x1B);
    head.iter().filter(is_control).count() * 50 > head.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(bytes: &[u8]) -> (String, Charset, bool) {
        let decoded = decode(bytes).unwrap();
        (decoded.text, decoded.charset, decoded.byte_order_mark)
    }

    #[test]
    fn utf8_is_kept_as_it_is() {
        let text = "Çiğdem met O’Neil\u{A0}here.\r\ne\u{301}";
        assert_eq!(decoded(text.as_bytes()), (text.to_owned(), Charset::Utf8, false));
        assert_eq!(decoded(b""), (String::new(), Charset::Utf8, false));
    }

    #[test]
    fn a_byte_order_mark_is_no_part_of_the_text() {
        assert_eq!(decoded(b"\xEF\xBB\xBFAnkara"), ("Ankara".to_owned(), Charset::Utf8, true));
        assert_eq!(decoded(b"\xFF\xFEA\0\x1F\x01"), ("Ağ".to_owned(), Charset::Utf16Le, true));
        assert_eq!(decoded(b"\xFE\xFF\0A\x01\x1F"), ("Ağ".to_owned(), Charset::Utf16Be, true));
    }

    #[test]
    fn other_bytes_are_windows_1252() {
        let expected =
            ("the \u{201C}deal\u{201D} \u{96} Ö\u{81}".replace('\u{96}', "–"), Charset::Windows1252, false);
        assert_eq!(decoded(b"the \x93deal\x94 \x96 \xD6\x81"), expected);
        assert_eq!(decoded(b"\xEF\xBB\xBFcaf\xE9"), ("café".to_owned(), Charset::Windows1252, true));
    }

    #[test]
    fn binary_files_are_not_text() {
        assert_eq!(decode(b"PK\x03\x04\0\0abc"), Err(NotText::Binary));
        assert_eq!(decode(b"\x89\x01\x02\x03\x04\x05\x06\xFF"), Err(NotText::Binary));
    }

    #[test]
    fn odd_utf16_still_gives_text() {
        assert!(decoded(b"\xFF\xFEA\0\x00\xD8B").0.starts_with('A'));
    }
}
