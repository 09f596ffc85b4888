// Starts `dateline lsp` for the articles of a window and hands everything else to the language client.
//
// There is at most one client; starting and stopping go through one queue, so that a restart
// that is asked for while another runs waits for it.

const { spawn } = require("node:child_process");
const vscode = require("vscode");
const { LanguageClient, TransportKind } = require("vscode-languageclient/node");

// What the server reads from a folder; other plain text (a licence, a commit message) is not an article.
const ARTICLES = "**/*.{txt,md,markdown,html,htm}";
const LANGUAGES = ["plaintext", "markdown", "html"];

let client;
let queue = Promise.resolve();

exports.activate = async (context) => {
  const channel = vscode.window.createOutputChannel("Dateline", { log: true });
  const restart = () => (queue = queue.then(() => start(channel)).catch((error) => channel.error(error)));
  context.subscriptions.push(
    channel,
    vscode.commands.registerCommand("dateline.restartServer", restart),
    // In a fresh remote window the user's settings may also arrive after activation.
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("dateline.serverPath")) restart();
    }),
  );
  await restart();
};

exports.deactivate = () => (queue = queue.then(stop));

async function start(channel) {
  await stop();
  const command = vscode.workspace.getConfiguration("dateline").get("serverPath") || "dateline";
  try {
    channel.info(`${command}: ${await version(command)}`);
    const next = new LanguageClient(
      "dateline",
      "Dateline",
      { command, args: ["lsp"], transport: TransportKind.stdio }, // the client appends --stdio
      {
        documentSelector: LANGUAGES.map((language) => ({ scheme: "file", language, pattern: ARTICLES })),
        outputChannel: channel,
      },
    );
    client = next;
    await next.start();
  } catch (error) {
    await stop();
    channel.error(error);
    tellWhatFailed(channel, command, error); // not awaited: the message stays until it is answered
  }
}

async function stop() {
  const old = client;
  client = undefined;
  // A client that never ran refuses to stop; there is nothing left to do for it.
  await old?.dispose().catch(() => {});
}

// What `COMMAND --version` says. Asked first because the client's own words for a program that
// cannot be started name neither the program nor the setting.
function version(command) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, ["--version"], { stdio: ["ignore", "pipe", "ignore"], timeout: 10_000 });
    let said = "";
    child.stdout.setEncoding("utf8").on("data", (text) => (said += text));
    child.on("error", reject).on("close", () => resolve(said.trim() || "no version given"));
  });
}

async function tellWhatFailed(channel, command, error) {
  const why = error.code === "ENOENT" ? "no such program" : error.code === "EACCES" ? "not executable" : error.message;
  const answer = await vscode.window.showErrorMessage(
    `Dateline: could not start "${command} lsp" (${why}). ` +
      'Install dateline so that it is on the PATH, or put its full path in the setting "dateline.serverPath".',
    "Open Setting",
    "Show Log",
  );
  if (answer === "Open Setting") {
    await vscode.commands.executeCommand("workbench.action.openSettings", "dateline.serverPath");
  } else if (answer === "Show Log") {
    channel.show();
  }
}
