// What an analyst sees and does in a real VS Code workbench (code-server in headless Chromium).
//   node screen.mjs URL ARTICLES BROKEN OUT
// ARTICLES is a copy of seeds/, BROKEN a folder whose settings name a server that is not there.
// Every step waits for what a person would wait for; pictures land in OUT.

import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';

const { chromium } = createRequire(`${process.env.DATELINE_VSCODE}/`)('playwright-core');
const [base, articles, broken, out] = process.argv.slice(2);
const PEOPLE = [/Lavrov/, /Erdo[gğ]an/, /[OÖ]nal/];

const fold = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const began = Date.now();
let count = 0;
const ok = (what) => console.log(`ok ${++count} - ${what} # ${((Date.now() - began) / 1000).toFixed(1)} s`);

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const page = await browser.newPage({ viewport: { width: 1400, height: 850 } });
page.setDefaultTimeout(30_000);
const give_up = async (error) => {
  console.log(`not ok ${count + 1} - ${String(error.message).split('\n').join('\n# ')}`);
  for (const text of await page.locator('.notification-list-item').allInnerTexts().catch(() => [])) {
    console.log(`# notification: ${text.replace(/\s+/g, ' ')}`);
  }
  await page.screenshot({ path: `${out}/failed.png` }).catch(() => {});
  await browser.close();
  process.exit(1);
};
process.on('uncaughtException', give_up).on('unhandledRejection', give_up);

const see = (selector, text) => page.locator(selector, text ? { hasText: text } : {}).first().waitFor();
const picture = (name) => page.screenshot({ path: `${out}/${name}.png`, animations: 'disabled' });

// The open file and what it says from the cursor on, as far as a name with its role may reach.
async function standing() {
  const file = await page.locator('.tab.active .label-name').first().innerText();
  const position = await page.locator('#status\\.editor\\.selection').innerText();
  const [, line, column] = /Ln (\d+), Col (\d+)/.exec(position) ?? [];
  const bytes = readFileSync(`${articles}/${file}`);
  const utf8 = bytes.toString('utf8').replace(/^\uFEFF/, '');
  const lines = (utf8.includes('\uFFFD') ? bytes.toString('latin1') : utf8).split(/\r\n|\n/);
  return { file, position, text: lines[line - 1]?.slice(column - 1, +column + 59) ?? '' };
}

// The page's own payload opens the file: nothing races with the explorer.
async function open(folder, file) {
  const url = new URL(base);
  url.searchParams.set('folder', folder);
  url.searchParams.set('payload', JSON.stringify([['openFile', `vscode-remote://${url.host}${folder}/${file}`]]));
  await page.goto(url.href);
  await see('.monaco-workbench');
  await see('.tab.active', file);
  await see('.monaco-editor .view-line');
}

// Ctrl+G, and the status bar says that the cursor is there: a click can race with the layout.
async function go_to(line, column) {
  await page.keyboard.press('Control+G');
  await page.locator('.quick-input-widget input').waitFor();
  await page.keyboard.type(`${line}:${column}`); // the widget has put the colon
  await page.keyboard.press('Enter');
  await see('#status\\.editor\\.selection', `Ln ${line}, Col ${column}`);
}

const text = readFileSync(`${articles}/brief.md`, 'utf8');
const person = PEOPLE.find((pattern) => pattern.test(text));
const name = new RegExp(fold(person.source), 'i');
const lines = text.split('\n');
const line = lines.findIndex((each) => person.test(each));
const column = lines[line].search(person) + 1; // a little inside the name, counted from 0

await open(articles, 'brief.md');
ok('the draft is open');
await see('.squiggly-warning, .squiggly-error');
ok('a mistake is underlined');
await picture('draft');

await page.keyboard.press('Control+Shift+M');
await see('.markers-panel .monaco-tl-row', 'weekday-mismatch');
await see('.markers-panel .monaco-tl-row', 'impossible-date');
ok('the Problems panel lists both kinds');
await picture('problems');
await page.keyboard.press('Control+Shift+M');
await page.locator('.markers-panel').waitFor({ state: 'hidden' });

// Symbol search waits, as a person would, until the server has read the folder.
await page.locator('.monaco-editor .view-line').first().click();
const row = page.locator('.quick-input-list .monaco-list-row', { hasText: 'Erdoğan' }).first();
for (let tries = 0; tries < 20 && !(await row.isVisible()); tries++) {
  await page.keyboard.press('Control+T');
  await page.locator('.quick-input-widget input').fill('#Erdogan');
  await row.waitFor({ timeout: 1_000 }).catch(() => page.keyboard.press('Escape'));
}
await row.waitFor({ timeout: 1_000 });
ok('symbol search shows the accented name for letters without accents');
await picture('symbols');
await page.keyboard.press('Escape');

// Ctrl+K Ctrl+I shows what pointing at the name shows.
await page.locator('.monaco-editor .view-line').first().click();
await go_to(line + 1, column + 1);
await page.keyboard.press('Control+K');
await page.keyboard.press('Control+I');
await page.locator('.monaco-hover:visible').first().waitFor();
const card = fold(await page.locator('.monaco-hover:visible').first().innerText());
if (!name.test(card)) throw new Error(`the card does not say ${name}: ${card}`);
ok('a card shows who it is');
await picture('hover');
await page.keyboard.press('Escape');

await page.keyboard.press('Shift+F12');
await see('.peekview-widget .peekview-title', /References \(\d+\)/);
const mentions = Number(/References \((\d+)\)/.exec(await page.locator('.peekview-title').first().innerText())[1]);
if (mentions < 2) throw new Error(`only ${mentions} references`);
ok('every mention is listed');
await picture('references');
await page.keyboard.press('Escape');
await page.locator('.peekview-widget').waitFor({ state: 'detached' });

await go_to(line + 1, column + 1);
await page.keyboard.press('F12');
let landed; // the status bar follows a little after the tab: look until both have
for (const end = Date.now() + 20_000; ; await new Promise((resolve) => setTimeout(resolve, 50))) {
  landed = await standing();
  if (landed.file !== 'brief.md' && name.test(fold(landed.text))) break;
  if (Date.now() > end) throw new Error(`F12 went to ${JSON.stringify(landed)}`);
}
ok('F12 jumps to the name in another article');
await picture('definition');
await page.keyboard.press('Control+Alt+Minus'); // Go Back
await see('.tab.active', 'brief.md');
ok('Go Back returns to the draft');

// Type a mistake, see it listed; take it back, see it go.
await page.locator('.monaco-editor .view-line').first().click();
await page.keyboard.press('Control+Shift+M');
await see('.markers-panel .monaco-tl-row');
await page.locator('.monaco-editor .view-line').first().click();
await page.keyboard.press('Control+End');
await page.keyboard.type('\n\nThey met on Tuesday, February 20, 2020.');
const typed = lines.length + 2;
await see('#status\\.editor\\.selection', `Ln ${typed}, Col 40`);
const report = page.locator('.markers-panel .monaco-tl-row', { hasText: `[Ln ${typed}, Col 13]` });
await report.waitFor();
ok('a mistake that is typed is listed');
await picture('typed');
const rest = ' Tuesday, February 20, 2020.';
for (const _ of rest) await page.keyboard.press('Backspace');
await page.keyboard.type(' Thursday, February 20, 2020.');
await report.waitFor({ state: 'detached' });
ok('mended, it is gone');
await picture('mended');

await open(broken, 'brief.md');
await see('.notification-list-item', 'could not start "/nowhere/dateline lsp"');
await see('.notification-list-item', 'dateline.serverPath');
ok('a server that is not there is named, with the setting');
await picture('no-server');
await browser.close();
