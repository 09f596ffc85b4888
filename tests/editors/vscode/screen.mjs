// What an analyst sees and does in a real VS Code workbench (code-server in headless Chromium).
//   node screen.mjs URL ARTICLES BROKEN OUT
// ARTICLES is a copy of seeds/, BROKEN a folder whose settings name a server that is not there.
// Every step begins in the draft and waits for what a person would wait for; pictures land in OUT.

import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';

const { chromium } = createRequire(`${process.env.DATELINE_VSCODE}/`)('playwright-core');
const [base, articles, broken, out] = process.argv.slice(2);
const PATIENCE = 20_000; // ms
const PEOPLE = [/Lavrov/, /Erdo[gğ]an/, /[OÖ]nal/];

const fold = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const draft = readFileSync(`${articles}/brief.md`, 'utf8').split('\n');
const person = PEOPLE.find((pattern) => draft.some((line) => pattern.test(line)));
const name = new RegExp(fold(person.source), 'i');
const name_line = draft.findIndex((line) => person.test(line)) + 1;
const name_column = draft[name_line - 1].search(person) + 2; // a little inside the name, counted from 1

const steps = {
  async 'a mistake is underlined'() {
    await see('.squiggly-warning, .squiggly-error');
  },

  async 'the Problems panel lists both kinds'() {
    await page.keyboard.press('Control+Shift+M');
    await see('.markers-panel .monaco-tl-row', 'weekday-mismatch');
    await see('.markers-panel .monaco-tl-row', 'impossible-date');
  },

  async 'symbol search shows the accented name for letters without accents'() {
    // As often as a person would try until the server has read the folder.
    const row = page.locator('.quick-input-list .monaco-list-row', { hasText: 'Erdoğan' }).first();
    for (let tries = 0; tries < 8 && !(await row.isVisible()); tries++) {
      await page.keyboard.press('Control+T');
      await page.locator('.quick-input-widget input').fill('#Erdogan');
      await row.waitFor({ timeout: 2_000 }).catch(() => page.keyboard.press('Escape'));
    }
    await row.waitFor({ timeout: 1_000 });
  },

  async 'a card shows who it is'() {
    await stand(name_line, name_column);
    await page.keyboard.press('Control+K'); // with Control+I: what pointing at the name shows
    await page.keyboard.press('Control+I');
    const card = page.locator('.monaco-hover:visible').first();
    await card.waitFor();
    await until(async () => name.test(fold(await card.innerText())), () => card.innerText());
  },

  async 'every mention is listed, across articles'() {
    await stand(name_line, name_column);
    await page.keyboard.press('Shift+F12');
    await see('.peekview-widget .peekview-title', /References \(\d+\)/);
    const files = page.locator('.peekview-widget .reference-file');
    await until(async () => (await files.count()) >= 2, () => files.allInnerTexts());
  },

  async 'F12 jumps to the name in another article'() {
    await stand(name_line, name_column);
    await page.keyboard.press('F12');
    // The status bar follows a little after the tab.
    await until(async () => {
      const { file, text } = await standing();
      return file !== 'brief.md' && name.test(fold(text));
    }, standing);
  },

  async 'Go Back returns to the draft'() {
    await stand(name_line, name_column);
    await page.keyboard.press('F12');
    await until(async () => (await standing()).file !== 'brief.md', standing);
    await page.keyboard.press('Control+Alt+Minus');
    await see('.tab.active', 'brief.md');
    await see('#status\\.editor\\.selection', `Ln ${name_line}, `);
  },

  async 'a mistake that is typed is listed, and gone when it is mended'() {
    await page.keyboard.press('Control+Shift+M');
    await see('.markers-panel .monaco-tl-row');
    await page.keyboard.press('Control+1'); // to the editor
    await page.keyboard.press('Control+End');
    await page.keyboard.type('\n\nThey met on Tuesday, February 20, 2020.');
    const line = draft.length + 2;
    await see('#status\\.editor\\.selection', `Ln ${line}, Col 40`);
    const report = page.locator('.markers-panel .monaco-tl-row', { hasText: `[Ln ${line}, Col 13]` });
    await report.waitFor();
    await picture('typed');
    for (const _ of 'Tuesday, February 20, 2020.') await page.keyboard.press('Backspace');
    await page.keyboard.type('Thursday, February 20, 2020.');
    await report.waitFor({ state: 'detached' });
  },

  async 'a server that is not there is named, with the setting'() {
    await open(broken);
    await see('.notification-list-item', 'could not start "/nowhere/dateline lsp"');
    await see('.notification-list-item', 'dateline.serverPath');
  },
};

const see = (selector, text) => page.locator(selector, text ? { hasText: text } : {}).first().waitFor();
const picture = (name) => page.screenshot({ path: `${out}/${name}.png`, animations: 'disabled' });

async function until(holds, got) {
  for (const end = Date.now() + PATIENCE; !(await holds()); ) {
    if (Date.now() > end) throw new Error(`not in time; there is ${JSON.stringify(await got())}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

// The page's own payload opens the draft: nothing races with the explorer.
async function open(folder) {
  const url = new URL(base);
  url.searchParams.set('folder', folder);
  url.searchParams.set('payload', JSON.stringify([['openFile', `vscode-remote://${url.host}${folder}/brief.md`]]));
  await page.goto(url.href);
  await see('.monaco-workbench');
  await see('.tab.active', 'brief.md');
  await see('.monaco-editor .view-line');
}

// Leaves what the last step has opened, and the keyboard in the draft.
async function begin() {
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  if (await page.locator('.markers-panel').isVisible()) {
    await page.keyboard.press('Control+Shift+M');
    await page.keyboard.press('Control+Shift+M'); // the first may only have put the keyboard there
    if (await page.locator('.markers-panel').isVisible()) await page.keyboard.press('Control+J');
    await page.locator('.markers-panel').waitFor({ state: 'hidden' });
  }
  await page.locator('.tab', { hasText: 'brief.md' }).first().click();
  await see('.tab.active', 'brief.md');
  await page.keyboard.press('Control+1'); // to the editor
  await page.keyboard.press('Control+Home');
  await see('#status\\.editor\\.selection', 'Ln 1, Col 1');
}

// Ctrl+G, and the status bar says that the cursor is there: a click can race with the layout.
async function stand(line, column) {
  await page.keyboard.press('Control+G');
  await page.locator('.quick-input-widget input').waitFor();
  await page.keyboard.type(`${line}:${column}`); // the widget has put the colon
  await page.keyboard.press('Enter');
  await see('#status\\.editor\\.selection', `Ln ${line}, Col ${column}`);
}

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

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const page = await browser.newPage({ viewport: { width: 1400, height: 850 } });
page.setDefaultTimeout(PATIENCE);
const began = Date.now();
let count = 0;
let failed = 0;

async function run(what, step) {
  count++;
  let outcome = 'ok';
  let complaint = '';
  try {
    await step();
  } catch (error) {
    failed++;
    outcome = 'not ok';
    complaint = String(error.message ?? error);
    for (const text of await page.locator('.notification-list-item').allInnerTexts().catch(() => [])) {
      complaint += `\nnotification: ${text.replace(/\s+/g, ' ')}`;
    }
  }
  console.log(`${outcome} ${count} - ${what} # ${((Date.now() - began) / 1000).toFixed(1)} s`);
  for (const line of complaint.split('\n').filter(Boolean)) console.log(`# ${line}`);
  const number = String(count).padStart(2, '0');
  await picture(`${number}-${outcome === 'ok' ? '' : 'FAILED-'}${what.replace(/[^A-Za-z0-9]+/g, '-')}`).catch(() => {});
  return outcome === 'ok';
}

if (await run('the draft is open', () => open(articles))) {
  for (const [what, step] of Object.entries(steps)) {
    await run(what, async () => {
      await begin();
      await step();
    });
  }
}
await browser.close();
process.exit(failed === 0 ? 0 : 1);
