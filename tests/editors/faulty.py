#!/usr/bin/env python3
"""Runs a language server and spoils one kind of its answers, to see that the editor tests notice.

    faulty.py FAULT SERVER ARGUMENTS...

FAULT is one of:
    definition-stays    definition answers with the place that was asked about
    definition-misses   definition answers with the end of the right file's first line
    references-here     references only in the file that was asked about
    references-stray    one reference more, to the first line of the file that was asked about
    diagnostics-stay    a file's diagnostics only ever grow
    hover-empty         no hover
    accents-matter      workspace symbols lose every name that is not ASCII
    exit-ignored        the server has to be killed
"""

import json
import signal
import subprocess
import sys
import threading
import time


def frames(stream):
    """The messages of a stream, each as parsed JSON."""
    while True:
        length = 0
        while (line := stream.readline()) not in (b"\r\n", b"\n"):
            if not line:
                return
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        yield json.loads(stream.read(length))


def send(stream, message):
    body = json.dumps(message).encode()
    stream.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
    stream.flush()


def locations(result):
    return result if isinstance(result, list) else [result] if result else []


def uri_of(location):
    return location.get("uri") or location.get("targetUri")


def spoil(fault, method, params, result):
    """The spoilt result of a request."""
    if fault == "definition-stays" and method == "textDocument/definition":
        here = params["position"]
        return [{"uri": params["textDocument"]["uri"], "range": {"start": here, "end": here}}]
    if fault == "definition-misses" and method == "textDocument/definition":
        far = {"line": 0, "character": 9999}
        return [{"uri": uri_of(l), "range": {"start": far, "end": far}} for l in locations(result)]
    if fault == "references-here" and method == "textDocument/references":
        return [l for l in locations(result) if uri_of(l) == params["textDocument"]["uri"]]
    if fault == "references-stray" and method == "textDocument/references":
        top = {"line": 0, "character": 0}
        return locations(result) + [{"uri": params["textDocument"]["uri"], "range": {"start": top, "end": top}}]
    if fault == "hover-empty" and method == "textDocument/hover":
        return None
    if fault == "accents-matter" and method == "workspace/symbol":
        return [symbol for symbol in result or [] if symbol["name"].isascii()]
    return result


class Diagnostics:
    """All the diagnostics that a file ever had."""

    def __init__(self):
        self.seen = {}

    def add(self, uri, diagnostics):
        seen = self.seen.setdefault(uri, [])
        seen += [d for d in diagnostics if d not in seen]
        return seen


def main():
    fault, command = sys.argv[1], sys.argv[2:]
    server = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    asked, diagnostics = {}, Diagnostics()

    def answers():
        for message in frames(server.stdout):
            method, params = asked.pop(message.get("id"), (None, None)) if "method" not in message else (None, None)
            if method and "result" in message:
                message["result"] = spoil(fault, method, params, message["result"])
                if fault == "diagnostics-stay" and method == "textDocument/diagnostic":
                    report = message["result"]
                    report.update(kind="full", items=diagnostics.add(params["textDocument"]["uri"], report.get("items", [])))
            if fault == "diagnostics-stay" and message.get("method") == "textDocument/publishDiagnostics":
                published = message["params"]
                published["diagnostics"] = diagnostics.add(published["uri"], published["diagnostics"])
            send(sys.stdout.buffer, message)

    reader = threading.Thread(target=answers, daemon=True)
    reader.start()
    for message in frames(sys.stdin.buffer):
        if "id" in message and "method" in message:
            asked[message["id"]] = (message["method"], message.get("params"))
        send(server.stdin, message)
        if message.get("method") == "exit":
            break
    server.stdin.close()
    status = server.wait()
    reader.join()
    if fault == "exit-ignored":
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        time.sleep(5)
        status = 1
    sys.exit(status)


main()
