// Runs INSIDE VS Code's extension host, on a copy of seeds/: what the extension makes of an analyst's
// folder, through VS Code's own commands. Nothing depends on where in an article a name stands.

const assert = require("node:assert");
const vscode = require("vscode");

const PATIENCE = 20_000; // ms; what passes takes a few hundred
const PEOPLE = [/Lavrov/, /Erdo[gğ]an/, /[OÖ]nal/];

const command = (name, ...args) => vscode.commands.executeCommand(name, ...args);
const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/ı/g, "i").toLowerCase();
const inFolder = (name) => vscode.Uri.joinPath(vscode.workspace.workspaceFolders[0].uri, name);
const fileOf = (location) => (location.uri ?? location.targetUri).path.split("/").pop();
const rangeOf = (location) => location.targetSelectionRange ?? location.range ?? location.targetRange;
const codeOf = (diagnostic) => diagnostic.code?.value ?? diagnostic.code;
const codesOf = (document) => vscode.languages.getDiagnostics(document.uri).map(codeOf);

async function until(what, holds) {
  for (const end = Date.now() + PATIENCE; Date.now() < end; ) {
    const value = await holds();
    if (value) return value;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`not in time: ${what}`);
}

async function open(name) {
  const document = await vscode.workspace.openTextDocument(inFolder(name));
  return { document, editor: await vscode.window.showTextDocument(document) };
}

// Where a name stands, a little inside it.
function find(document, pattern) {
  const at = document.getText().search(pattern);
  assert.ok(at >= 0, `${document.fileName} does not say ${pattern}`);
  return document.positionAt(at + 1);
}

// The text from the location on, as far as a name with its role may reach.
async function textAt(location) {
  const document = await vscode.workspace.openTextDocument(location.uri ?? location.targetUri);
  const start = document.offsetAt(rangeOf(location).start);
  return document.getText().slice(start, start + 60);
}

async function plainArticleThatSays(pattern) {
  for (const uri of await vscode.workspace.findFiles("*.txt")) {
    const document = await vscode.workspace.openTextDocument(uri);
    if (pattern.test(document.getText())) return document;
  }
  throw new Error(`no article of plain text says ${pattern}`);
}

async function hoverText(document, position) {
  const hovers = await command("vscode.executeHoverProvider", document.uri, position);
  return hovers.flatMap((hover) => hover.contents.map((content) => content.value ?? content)).join("\n");
}

const tests = {
  async "opening an article activates the extension"() {
    const extension = vscode.extensions.getExtension("dateline.dateline");
    assert.ok(extension, "not installed");
    await open("brief.md");
    await until("active", () => extension.isActive);
  },

  async "the mistakes planted in the draft are reported"({ brief }) {
    const wanted = ["weekday-mismatch", "impossible-date"];
    await until("diagnostics", () => wanted.every((code) => codesOf(brief).includes(code)));
    for (const diagnostic of vscode.languages.getDiagnostics(brief.uri)) {
      assert.equal(diagnostic.source, "dateline");
      assert.ok(!diagnostic.range.isEmpty && diagnostic.message.length > 10, JSON.stringify(diagnostic));
    }
  },

  // Until the server has read the folder it knows the open files alone.
  async "the folder is read"({ brief, person }) {
    await until("mentions in another article", async () => {
      const mentions = await command("vscode.executeReferenceProvider", brief.uri, find(brief, person));
      return mentions.some((mention) => fileOf(mention) !== "brief.md");
    });
  },

  async "hover shows a card with the name on it"({ brief, person }) {
    const card = await hoverText(brief, find(brief, person));
    assert.match(fold(card), new RegExp(fold(person.source)));
    assert.ok(card.trim().split("\n").length > 1, card);
  },

  async "definition leads to the name in another article"({ brief, person }) {
    const targets = await command("vscode.executeDefinitionProvider", brief.uri, find(brief, person));
    assert.equal(targets.length, 1);
    assert.notEqual(fileOf(targets[0]), "brief.md");
    assert.match(fold(await textAt(targets[0])), new RegExp(fold(person.source)));
  },

  async "Go to Definition opens the other article there"({ person }) {
    const { document, editor } = await open("brief.md");
    const here = find(document, person);
    editor.selection = new vscode.Selection(here, here);
    await command("editor.action.revealDefinition");
    const there = await until("another article", () => {
      const active = vscode.window.activeTextEditor;
      return active && !active.document.fileName.endsWith("/brief.md") && active;
    });
    await until("the cursor on the name", () => {
      const start = there.document.offsetAt(there.selection.active);
      return fold(there.document.getText().slice(start, start + 60)).match(fold(person.source));
    });
  },

  async "references list every mention, across articles"({ brief, person }) {
    const mentions = await command("vscode.executeReferenceProvider", brief.uri, find(brief, person));
    assert.ok(new Set(mentions.map(fileOf)).size >= 2, JSON.stringify(mentions.map(fileOf)));
    for (const mention of mentions.filter((mention) => !fileOf(mention).endsWith(".html"))) {
      assert.match(fold(await textAt(mention)), new RegExp(fold(person.source)));
    }
  },

  async "the outline of an article of plain text names people"({ person }) {
    const article = await plainArticleThatSays(person);
    const symbols = await command("vscode.executeDocumentSymbolProvider", article.uri);
    const names = (list) => list.flatMap((symbol) => [symbol.name, ...names(symbol.children ?? [])]);
    assert.ok(names(symbols ?? []).some((name) => fold(name).match(fold(person.source))), names(symbols ?? []).join());
  },

  async "an article in HTML is served too"() {
    const [uri] = await vscode.workspace.findFiles("*.html");
    const { document } = await open(uri.path.split("/").pop());
    // As it stands in a paragraph, not in the head or a script.
    const name = />[^<>]*\b(Putin|Lavrov|Assad)\b/.exec(document.getText().slice(document.getText().search(/<p\b/)));
    const at = document.getText().indexOf(name[1], document.getText().search(/<p\b/) + name.index);
    const card = await hoverText(document, document.positionAt(at + 1));
    assert.match(card, new RegExp(name[1]));
  },

  async "symbol search finds accented names without accents"() {
    const found = await command("vscode.executeWorkspaceSymbolProvider", "Erdogan");
    assert.ok(found.some((symbol) => /Erdoğan/.test(symbol.name.normalize("NFC"))), found.map((s) => s.name).join());
    assert.deepEqual(await command("vscode.executeWorkspaceSymbolProvider", "zzzqx"), []);
  },

  async "a mistake that is typed is reported, and gone when it is mended"() {
    const { document, editor } = await open("brief.md");
    const before = codesOf(document).length;
    const end = document.lineAt(document.lineCount - 1).range.end;
    await editor.edit((edit) => edit.insert(end, "\n\nThey met on Tuesday, February 20, 2020.\n"));
    const typed = end.line + 2;
    const there = () => vscode.languages.getDiagnostics(document.uri).filter((d) => d.range.start.line === typed);
    const [report] = await until("the report", () => there().length > 0 && there());
    assert.equal(there().length, 1);
    assert.equal(codeOf(report), "weekday-mismatch");
    assert.match(report.message, /Thursday/);
    assert.match(document.getText(report.range), /^Tuesday/);
    const weekday = document.lineAt(typed).text.indexOf("Tuesday");
    const range = new vscode.Range(typed, weekday, typed, weekday + "Tuesday".length);
    await editor.edit((edit) => edit.replace(range, "Thursday"));
    await until("no report", () => there().length === 0);
    assert.equal(codesOf(document).length, before, "the other reports stay");
  },

  async "changing serverPath restarts the server"() {
    const { document } = await open("brief.md");
    const settings = () => vscode.workspace.getConfiguration("dateline");
    const workspace = vscode.ConfigurationTarget.Workspace;
    await settings().update("serverPath", "/nowhere/dateline", workspace);
    await until("the old server's reports gone", () => codesOf(document).length === 0);
    await settings().update("serverPath", undefined, workspace);
    await until("the new server's reports", () => codesOf(document).length > 0);
  },

  async "Restart Server starts it anew"() {
    const { document } = await open("brief.md");
    const gone = new Promise((resolve) => {
      const listener = vscode.languages.onDidChangeDiagnostics(() => {
        if (codesOf(document).length === 0) resolve(listener.dispose());
      });
    });
    await command("dateline.restartServer");
    await gone;
    await until("the new server's reports", () => codesOf(document).length > 0);
  },
};

exports.run = async () => {
  const began = Date.now();
  const { document: brief } = await open("brief.md");
  const person = PEOPLE.find((pattern) => pattern.test(brief.getText()));
  let count = 0;
  let failed = 0;
  for (const [name, test] of Object.entries(tests)) {
    count++;
    try {
      await test({ brief, person });
      console.log(`ok ${count} - ${name} # ${Date.now() - began} ms`);
    } catch (error) {
      failed++;
      console.log(`not ok ${count} - ${name} # ${Date.now() - began} ms`);
      for (const line of String(error.stack).split("\n")) console.log(`# ${line}`);
    }
  }
  if (failed > 0) throw new Error(`${failed} failed`);
};
