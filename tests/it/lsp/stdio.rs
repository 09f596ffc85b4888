//! The program itself, on its own standard input and output.

use std::io::{Read, Write};
use std::process::{Command, Stdio};

use serde_json::json;

fn frame(message: &serde_json::Value) -> Vec<u8> {
    let body = message.to_string();
    format!("Content-Length: {}\r\n\r\n{body}", body.len()).into_bytes()
}

/// Runs `dateline lsp` on these messages; the exit status and what it wrote. The input stays open until
/// the program has ended where `hold` says so.
fn run(messages: &[serde_json::Value], hold: bool) -> (Option<i32>, String) {
    let mut server = Command::new(env!("CARGO_BIN_EXE_dateline"))
        .args(["lsp", "--stdio"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut input = server.stdin.take().unwrap();
    let mut output = server.stdout.take().unwrap();
    for message in messages {
        input.write_all(&frame(message)).unwrap();
    }
    input.flush().unwrap();
    let held = hold.then_some(input);
    let mut text = String::new();
    // Ends when the program does.
    output.read_to_string(&mut text).unwrap();
    let status = server.wait().unwrap();
    drop(held);
    (status.code(), text)
}

#[test]
fn the_program_speaks_the_protocol_and_nothing_else() {
    let initialize =
        json!({ "jsonrpc": "2.0", "id": 1, "method": "initialize", "params": { "capabilities": {} } });
    let unknown = json!({ "jsonrpc": "2.0", "id": 2, "method": "workspace/noSuchThing" });
    let shutdown = json!({ "jsonrpc": "2.0", "id": 3, "method": "shutdown", "params": null });
    let exit = json!({ "jsonrpc": "2.0", "method": "exit" });
    let (status, _) = run(&[initialize.clone(), exit.clone()], true);
    assert_eq!(status, Some(1), "exit without shutdown");
    let (status, text) = run(&[initialize, unknown, shutdown, exit], false);
    assert!(status.is_some());
    assert!(text.starts_with("Content-Length: "), "{text}");
    assert!(text.contains("-32601") || text.contains("-32002"), "{text}");
    let (status, text) = run(&[], false);
    assert_eq!((status, text.as_str()), (Some(1), ""), "the input ends at once");
}
