// Runs a test file inside the extension host of a running code-server.
//   node in_host.mjs URL WORKSPACE EXTENSION TESTS.js OUT
// The page asks for it through the workbench's own `payload`, as VS Code's web test runner does.
// Everything that is logged lands in OUT/in-host.log, the TAP lines also on standard output.

import { createRequire } from 'node:module';
import { appendFileSync, writeFileSync } from 'node:fs';

const { chromium } = createRequire(`${process.env.DATELINE_VSCODE}/`)('playwright-core');
const [base, workspace, extension, tests, out] = process.argv.slice(2);
const PATIENCE = 120_000; // ms

const url = new URL(base);
const remote = (path) => `vscode-remote://${url.host}${path}`;
url.searchParams.set('folder', workspace);
url.searchParams.set(
  'payload',
  JSON.stringify([
    ['extensionDevelopmentPath', remote(extension)],
    ['extensionTestsPath', remote(tests)],
  ]),
);

writeFileSync(`${out}/in-host.log`, '');
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const page = await browser.newPage({ viewport: { width: 1400, height: 850 } });
const ended = new Promise((resolve) => page.exposeFunction('codeAutomationExit', resolve));
await page.exposeFunction('codeAutomationLog', (type, args) => {
  const line = args.join(' ');
  appendFileSync(`${out}/in-host.log`, `${line}\n`);
  if (/^((not )?ok \d+ - |# )/.test(line)) console.log(line);
});
await page.goto(url.href);
const code = await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, PATIENCE, 'timeout'))]);
if (code !== 0) {
  console.log(`# extension host: exit ${code}`);
  for (const text of await page.locator('.notification-list-item').allInnerTexts().catch(() => [])) {
    console.log(`# notification: ${text.replace(/\s+/g, ' ')}`);
  }
  await page.screenshot({ path: `${out}/in-host-failed.png` }).catch(() => {});
}
await browser.close();
process.exit(code === 0 ? 0 : 1);
