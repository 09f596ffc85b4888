//! The filter before the library: only whole, valid messages pass.
//!
//! The library's reader takes the first message that it cannot decode for the end of the stream. So a
//! bad one is put aside here and replaced by a private notification, [`UNREADABLE`], which the
//! sequencer answers with an error; and reading goes on at the next header. The filter also ends the
//! stream behind `exit`, which the library would not do while the client keeps its end open.

use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::{Value, json};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWriteExt, DuplexStream};
use tokio::sync::{oneshot, watch};
use tower_lsp::jsonrpc::{Error, ErrorCode, Id, Request, Response};

/// Stands in the place of a message that could not be read.
pub(super) const UNREADABLE: &str = "$/dateline/unreadable";

/// A message with a larger body is not taken: no article is that long.
const MAX_BODY: usize = 256 << 20;

/// A header block that does not end within so many bytes is none.
const MAX_HEADER: usize = 8 << 10;

/// Bytes between the filter and the library.
const PIPE: usize = 64 << 10;

/// Passes the good messages of `input` on. The stream ends behind `exit`, at the end of input or when
/// `ending` turns true; the receiver is told then.
pub(super) fn filter<I>(input: I, mut ending: watch::Receiver<bool>) -> (DuplexStream, oneshot::Receiver<()>)
where
    I: AsyncRead + Unpin + Send + 'static,
{
    let (mut writer, reader) = tokio::io::duplex(PIPE);
    let (ended, receiver) = oneshot::channel();
    tokio::spawn(async move {
        tokio::select! {
            _ = pump(input, &mut writer) => {}
            _ = ending.wait_for(|&ending| ending) => {}
        }
        drop(writer);
        let _ = ended.send(());
    });
    (reader, receiver)
}

/// The answer to an [`UNREADABLE`] notification.
pub(super) fn answer_to_unreadable(params: Option<&Value>) -> Response {
    let params = params.unwrap_or(&Value::Null);
    let code = params["code"].as_i64().unwrap_or(ErrorCode::ParseError.code());
    let message = params["message"].as_str().unwrap_or("the message cannot be read").to_owned();
    let id = Id::deserialize(&params["id"]).unwrap_or(Id::Null);
    Response::from_error(id, Error { code: code.into(), message: message.into(), data: None })
}

async fn pump<I: AsyncRead + Unpin>(mut input: I, writer: &mut DuplexStream) -> std::io::Result<()> {
    let mut splitter = Splitter::default();
    let mut chunk = vec![0; PIPE];
    loop {
        let count = input.read(&mut chunk).await?;
        if count == 0 {
            return Ok(());
        }
        splitter.feed(&chunk[..count]);
        while let Some(piece) = splitter.next() {
            let (body, last) = match piece {
                Piece::Message(body) => (body, false),
                Piece::Exit(body) => (body, true),
                Piece::Bad(fault) => {
                    tracing::warn!("a message was not taken: {}", fault.message);
                    (fault.stand_in(), false)
                }
            };
            writer.write_all(format!("Content-Length: {}\r\n\r\n", body.len()).as_bytes()).await?;
            writer.write_all(&body).await?;
            if last {
                return Ok(());
            }
        }
    }
}

/// What the input is cut into.
#[derive(PartialEq, Debug)]
enum Piece {
    /// The body of a message that the library can read.
    Message(Vec<u8>),
    /// The `exit` notification: nothing behind it counts.
    Exit(Vec<u8>),
    /// Something else.
    Bad(Fault),
}

/// Why a message is not taken.
#[derive(PartialEq, Debug)]
struct Fault {
    /// The message's own id where it can be told.
    id: Value,
    code: i64,
    message: String,
}

impl Fault {
    fn parse(message: impl Into<String>) -> Self {
        Self { id: Value::Null, code: ErrorCode::ParseError.code(), message: message.into() }
    }

    fn invalid(id: Value, message: impl Into<String>) -> Self {
        Self { id, code: ErrorCode::InvalidRequest.code(), message: message.into() }
    }

    fn stand_in(self) -> Vec<u8> {
        let params = json!({ "id": self.id, "code": self.code, "message": self.message });
        json!({ "jsonrpc": "2.0", "method": UNREADABLE, "params": params }).to_string().into_bytes()
    }
}

/// Cuts bytes into messages; finds the next one where something is broken.
#[derive(Default)]
struct Splitter {
    buffer: Vec<u8>,
    state: State,
}

#[derive(Clone, Copy, Default)]
enum State {
    #[default]
    Header,
    Body(usize),
    /// The place in the stream is lost: nothing counts before the next header.
    Lost,
}

impl Splitter {
    fn feed(&mut self, bytes: &[u8]) {
        self.buffer.extend_from_slice(bytes);
    }

    fn next(&mut self) -> Option<Piece> {
        loop {
            match self.state {
                State::Lost => {
                    let found = header_in(&self.buffer);
                    let skipped = found.unwrap_or(self.buffer.len().saturating_sub(LENGTH.len()));
                    self.buffer.drain(..skipped);
                    found?;
                    self.state = State::Header;
                }
                State::Header => match self.header() {
                    Ok(length) => self.state = State::Body(length?),
                    Err(fault) => {
                        self.state = State::Lost;
                        return Some(Piece::Bad(fault));
                    }
                },
                State::Body(length) => {
                    if self.buffer.len() < length {
                        return None;
                    }
                    let rest = self.buffer.split_off(length);
                    let body = std::mem::replace(&mut self.buffer, rest);
                    self.state = State::Header;
                    return Some(self.classified(body));
                }
            }
        }
    }

    /// The length in the header block at the front, which is taken away; `None` while it is not whole.
    fn header(&mut self) -> Result<Option<usize>, Fault> {
        let crlf = memchr::memmem::find(&self.buffer, b"\r\n\r\n").map(|at| at + 4);
        let lf = memchr::memmem::find(&self.buffer, b"\n\n").map(|at| at + 2);
        let Some(end) = crlf.into_iter().chain(lf).min() else {
            if self.buffer.len() > MAX_HEADER {
                return Err(Fault::parse("the header of the message has no end"));
            }
            return Ok(None);
        };
        let block: Vec<u8> = self.buffer.drain(..end).collect();
        let length = header_in(&block).map(|at| &block[at + LENGTH.len()..]).and_then(|rest| {
            let line = rest.split(|byte| matches!(byte, b'\r' | b'\n')).next()?;
            std::str::from_utf8(line).ok()?.trim().parse::<usize>().ok()
        });
        match length {
            None => Err(Fault::parse("the message has no valid Content-Length")),
            Some(length) if length > MAX_BODY => {
                Err(Fault::parse(format!("a message of {length} bytes is not taken")))
            }
            Some(length) => Ok(Some(length)),
        }
    }

    fn classified(&mut self, body: Vec<u8>) -> Piece {
        match classify(&body) {
            Ok(Kind::Exit) => Piece::Exit(body),
            Ok(Kind::Other) => Piece::Message(body),
            Err(fault) => {
                // A length that was too large has swallowed the head of the next message.
                if fault.code == ErrorCode::ParseError.code()
                    && let Some(at) = header_in(&body)
                {
                    self.buffer.splice(..0, body[at..].iter().copied());
                }
                Piece::Bad(fault)
            }
        }
    }
}

const LENGTH: &[u8] = b"content-length:";

/// Where the next length header begins.
fn header_in(bytes: &[u8]) -> Option<usize> {
    memchr::memchr2_iter(b'C', b'c', bytes)
        .find(|&at| bytes.get(at..at + LENGTH.len()).is_some_and(|found| found.eq_ignore_ascii_case(LENGTH)))
}

enum Kind {
    Exit,
    Other,
}

/// The members that tell what a message is.
#[derive(Deserialize)]
struct Shape {
    method: Option<String>,
    #[serde(default, deserialize_with = "present")]
    id: bool,
    #[serde(default, deserialize_with = "present")]
    result: bool,
    #[serde(default, deserialize_with = "present")]
    error: bool,
}

fn present<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<bool, D::Error> {
    IgnoredAny::deserialize(deserializer).map(|_| true)
}

/// Whether the library will be able to read a body; it is asked with its own types.
fn classify(body: &[u8]) -> Result<Kind, Fault> {
    let text = std::str::from_utf8(body).map_err(|_| Fault::parse("the message is not UTF-8"))?;
    let shape = match serde_json::from_str::<Shape>(text) {
        _ if text.trim_start().starts_with('[') => Err(invalid(text, "batches are not part of the protocol")),
        Ok(shape) => Ok(shape),
        Err(error) => Err(invalid(text, &error.to_string())),
    }?;
    if let Some(method) = shape.method {
        serde_json::from_str::<Request>(text).map_err(|error| invalid(text, &error.to_string()))?;
        return Ok(if method == "exit" && !shape.id { Kind::Exit } else { Kind::Other });
    }
    if !shape.result && !shape.error {
        return Err(invalid(text, "the message is neither a request nor an answer"));
    }
    // The id of an answer is ours: an error must not carry it back as if it were the client's.
    serde_json::from_str::<Response>(text)
        .map_err(|_| Fault::invalid(Value::Null, "the answer is not a valid one"))?;
    Ok(Kind::Other)
}

/// The fault of a body that is not a message: not JSON at all, or JSON of another shape.
fn invalid(text: &str, message: &str) -> Fault {
    match serde_json::from_str::<Value>(text) {
        Err(error) => Fault::parse(format!("the message is not JSON: {error}")),
        Ok(mut value) => {
            let id = value.get_mut("id").map(Value::take).filter(|id| id.is_i64() || id.is_string());
            Fault::invalid(id.unwrap_or_default(), message)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frame(body: &str) -> Vec<u8> {
        format!("Content-Length: {}\r\n\r\n{body}", body.len()).into_bytes()
    }

    /// The codes of what is bad (0 for messages, 1 for `exit`), fed in pieces of every size.
    fn codes(bytes: &[u8]) -> Vec<i64> {
        let all = |size: usize| {
            let mut splitter = Splitter::default();
            let mut codes = Vec::new();
            for chunk in bytes.chunks(size) {
                splitter.feed(chunk);
                while let Some(piece) = splitter.next() {
                    codes.push(match piece {
                        Piece::Message(_) => 0,
                        Piece::Exit(_) => 1,
                        Piece::Bad(fault) => fault.code,
                    });
                }
            }
            codes
        };
        let whole = all(bytes.len());
        for size in [1, 2, 7, 64] {
            assert_eq!(all(size), whole, "in pieces of {size}");
        }
        whole
    }

    const GOOD: &str = r#"{"jsonrpc":"2.0","id":1,"method":"shutdown"}"#;

    #[test]
    fn bad_bodies_are_told_apart_and_the_next_message_is_read() {
        for (body, code) in [
            (r#"{"jsonrpc": "2.0", "method": "#, -32700),
            ("", -32700),
            ("nonsense", -32700),
            (r#"{"hello": 1}"#, -32600),
            (r#"[{"jsonrpc":"2.0","id":1,"method":"shutdown"}]"#, -32600),
            (r#"{"jsonrpc":"2.0","id":1,"method":5}"#, -32600),
            (r#"{"jsonrpc":"2.0","id":{},"method":"shutdown"}"#, -32600),
            (r#"{"id":1,"method":"shutdown"}"#, -32600),
            (r#"{"jsonrpc":"2.0","id":1}"#, -32600),
            ("5", -32600),
            (r#"{"jsonrpc":"2.0","id":1,"result":null}"#, 0),
            (r#"{"jsonrpc":"2.0","id":"a","error":{"code":1,"message":""}}"#, 0),
            (r#"{"jsonrpc":"2.0","method":"exit"}"#, 1),
            (r#"{"jsonrpc":"2.0","method":"x","params":null}"#, 0),
        ] {
            let mut bytes = frame(body);
            bytes.extend(frame(GOOD));
            assert_eq!(codes(&bytes), [code, 0], "{body}");
        }
        let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
        let mut bytes = frame(&format!(r#"{{"jsonrpc":"2.0","method":"x","params":{deep}}}"#));
        bytes.extend(frame(GOOD));
        let mut splitter = Splitter::default();
        splitter.feed(&bytes);
        assert!(matches!(splitter.next(), Some(Piece::Bad(_))));
        assert!(matches!(splitter.next(), Some(Piece::Message(_))));
    }

    #[test]
    fn bytes_that_are_no_text_are_a_fault() {
        let mut bytes = b"Content-Length: 3\r\n\r\n{\xff}".to_vec();
        bytes.extend(frame(GOOD));
        assert_eq!(codes(&bytes), [-32700, 0]);
    }

    #[test]
    fn a_lost_place_is_found_again() {
        let good = String::from_utf8(frame(GOOD)).unwrap();
        for (head, expected) in [
            ("Content-Length: many\r\n\r\n{}", vec![-32700, 0]),
            ("X-Other: 1\r\n\r\n{}", vec![-32700, 0]),
            ("Content-Length: 99999999999999\r\n\r\n", vec![-32700, 0]),
            ("Content-Length: 99999999999999999999999999\r\n\r\n", vec![-32700, 0]),
            // Too short, then too long a length.
            ("Content-Length: 3\r\n\r\n{\"a\": 1}", vec![-32700, 0]),
            ("Content-Length: 30\r\n\r\n{\"a\": 1}", vec![-32700, 0]),
            ("garbage\r\n", vec![0]),
        ] {
            assert_eq!(codes(format!("{head}{good}").as_bytes()), expected, "{head}");
        }
        let noise = "x".repeat(MAX_HEADER + 1);
        let mut splitter = Splitter::default();
        splitter.feed(format!("{noise}{good}{good}").as_bytes());
        while let Some(piece) = splitter.next() {
            if let Piece::Message(body) = piece {
                assert_eq!(body, GOOD.as_bytes());
            }
        }
        assert!(splitter.buffer.is_empty());
    }

    #[test]
    fn headers_are_read_as_clients_write_them() {
        let length = GOOD.len();
        for header in [
            format!("content-length:{length}\r\n\r\n"),
            format!(
                "Content-Type: application/vscode-jsonrpc; charset=utf-8\r\nContent-Length: {length}\r\n\r\n"
            ),
            format!("Content-Length: {length}\nContent-Type: text/plain\n\n"),
            format!("Content-Length: {length}\r\nX-One: 1\r\nX-Two: 2\r\nX-Three: 3\r\n\r\n"),
        ] {
            assert_eq!(codes(format!("{header}{GOOD}").as_bytes()), [0], "{header}");
        }
    }

    #[test]
    fn the_id_of_a_bad_request_is_kept() {
        let Err(fault) = classify(br#"{"id":7,"method":"shutdown"}"#) else { panic!("taken") };
        assert_eq!(fault.id, 7);
    }
}
