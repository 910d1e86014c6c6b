// Checks a served site: links, markup, accessibility, reflow, the first screen, print, bytes.
//   npm ci --ignore-scripts; node check.mjs http://127.0.0.1:8700
// OUT=folder keeps pictures and PDFs of what the browser saw; EVERY=1 shows it every page instead of two of each kind.
// Chromium is found on the PATH, or named by CHROMIUM. The last line is `N passed, N failed`; the exit is 1 where one failed.
import fs from 'node:fs';
import { checkSite } from './checks/site.mjs';

const base = process.argv[2];
if (!base || !URL.canParse(base)) {
  console.error('usage: node check.mjs BASE-URL   (for example http://127.0.0.1:8700)');
  process.exit(2);
}
const out = process.env.OUT;
if (out) fs.mkdirSync(out, { recursive: true });
const tally = await checkSite(base, { every: process.env.EVERY === '1', out, tell: line => console.error(line) });
console.log(`${tally}`);
process.exitCode = tally.failed > 0 ? 1 : 0;
