// What a person sees, in Chromium: accessibility, reflow, nothing cut, the first screen, life without script, print. Chromium comes
// from the system, and is kept from calling out.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { execFileSync } from 'node:child_process';
import { chromium } from 'playwright-core';
import { DESK, PHONE, ZOOMED } from './budgets.mjs';
import { few } from './tally.mjs';

const axe = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const QUIET = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage'];
const WORKERS = 2;

function executable() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const search = 'command -v chromium || command -v chromium-browser || command -v google-chrome';
  return execFileSync('sh', ['-c', search]).toString().trim();
}

/** All that a browser can say: `pages` are the sample, `base` the origin; `out` a folder for pictures or nothing. */
export async function checkInBrowser(base, pages, tally, out) {
  const browser = await chromium.launch({ executablePath: executable(), args: QUIET });
  try {
    const waiting = [...pages];
    const work = async () => {
      const context = await browser.newContext();
      for (let page = waiting.shift(); page; page = waiting.shift()) await checkSample(context, base, page, tally, out);
      await context.close();
    };
    await Promise.all(Array.from({ length: WORKERS }, work));
    const current = pages.filter(page => page.kind === 'action');
    for (const page of current) await checkFirstScreen(browser, base, page, tally);
    for (const page of current) await checkWithoutScript(browser, base, page, tally);
    for (const page of pages.filter(page => page.kind === 'action' || page.kind === 'record')) await checkPrint(browser, base, page, tally, out);
  } finally {
    await browser.close();
  }
}

/** Loads a page, twice so that its optional font is there, with all its pictures. Tells what the browser complains about. */
async function open(context, url, complaints = []) {
  const tab = await context.newPage();
  const origin = new URL(url).origin;
  tab.on('console', message => { if (message.type() === 'error') complaints.push(message.text().slice(0, 160)); });
  tab.on('pageerror', error => complaints.push(error.message));
  tab.on('request', request => { if (!request.url().startsWith(origin) && !request.url().startsWith('data:')) complaints.push(`calls ${request.url()}`); });
  await tab.goto(url);
  await tab.reload();
  await showPictures(tab);
  return tab;
}

const showPictures = tab => tab.evaluate(async () => {
  document.querySelectorAll('img').forEach(image => { image.loading = 'eager'; });
  await Promise.all([...document.images].map(image => image.decode().catch(() => 0)));
});

async function checkSample(context, base, page, tally, out) {
  const check = (rule, holds, why) => tally.check(page.path, rule, holds, why);
  const complaints = [];
  const tab = await open(context, new URL(page.path, base).href, complaints);
  for (const size of [DESK, PHONE, ZOOMED]) {
    await tab.setViewportSize(size);
    await showPictures(tab);
    const wide = await tab.evaluate(partsTooWide);
    check(`${size.width}: no sideways scrolling`, wide.length === 0, few(wide));
    if (size === ZOOMED) continue;
    if (size === PHONE) {
      const cut = await tab.evaluate(partsCut);
      check(`${size.width}: nothing is cut`, cut.length === 0, few(cut));
    }
    for (const colorScheme of ['light', 'dark']) {
      await tab.emulateMedia({ colorScheme });
      if (out) await tab.screenshot({ path: path.join(out, `${page.kind}-${page.language}-${fileWord(page.path)}-${size.width}-${colorScheme}.png`), fullPage: true });
      const violations = await violationsOf(tab);
      check(`${size.width} ${colorScheme}: axe finds no violation`, violations.length === 0, few(violations));
    }
    await tab.emulateMedia({ colorScheme: 'light' });
  }
  const broken = await tab.evaluate(() => [...document.images].filter(image => image.naturalWidth === 0).map(image => image.currentSrc));
  check('every picture is there', broken.length === 0, few(broken));
  check('the browser has nothing to complain of', complaints.length === 0 || page.isMissing, few(complaints));
  await tab.close();
}

const fileWord = address => address.replace(/[^\w.]+/g, '-').replace(/^-|-$/g, '') || 'first';

async function violationsOf(tab) {
  await tab.evaluate(axe);
  const found = await tab.evaluate(tags => globalThis.axe.run(document, { runOnly: tags }), AXE_TAGS);
  return found.violations.map(v => `${v.id} x${v.nodes.length}: ${v.nodes[0].html.slice(0, 120)}`);
}

/** Runs in the page: by how much the page scrolls sideways, and the innermost parts that reach over the edge. */
function partsTooWide() {
  const over = document.documentElement.scrollWidth - innerWidth;
  if (over <= 0) return [];
  const reaches = part => { const box = part.getBoundingClientRect(); return box.right > innerWidth + 0.5 || box.left < -0.5; };
  const parts = [...document.querySelectorAll('body *')].filter(part => reaches(part) && ![...part.children].some(reaches));
  return [`${over} px`, ...parts.map(part => `<${part.localName} class="${part.getAttribute('class') ?? ''}"> ${part.textContent.trim().slice(0, 40)}`)];
}

/** Runs in the page: nothing with a number or a state may lie outside the screen, or in a part that scrolls sideways. */
function partsCut() {
  const outside = part => {
    const box = part.getBoundingClientRect();
    return box.width > 1 && (box.left < -1 || box.right > innerWidth + 1);
  };
  const clips = part => part.scrollWidth > part.clientWidth + 1 && getComputedStyle(part).overflowX !== 'visible' && part.clientWidth > 1;
  const parts = [...document.querySelectorAll('main :is(td,th,dd,b,.tag,.k,.v,.tw,text)')];
  return parts.filter(part => outside(part) || (part.matches('.tw,td,th,dd') && clips(part))).map(part => part.textContent.trim().slice(0, 40));
}

/** What must be seen without scrolling: title, money, picture, the fourth lead number; with our font and with the fallback. */
const FIRST_SCREEN = ['h1', '.cash dd', '.hero img', '.leads li:nth-child(4) > b'];

async function checkFirstScreen(browser, base, page, tally) {
  for (const hasFonts of [true, false]) {
    for (const viewport of [DESK, PHONE]) {
      const context = await browser.newContext({ viewport });
      if (!hasFonts) await context.route(/\.woff2?(\?|$)/, route => route.abort());
      const tab = await open(context, new URL(page.path, base).href);
      const unseen = await tab.evaluate(parts => parts.flatMap(part => {
        const box = document.querySelector(part)?.getBoundingClientRect();
        if (!box || box.width === 0) return [`${part} is missing`];
        return box.bottom > innerHeight ? [`${part} ends at ${Math.round(box.bottom)}`] : [];
      }), FIRST_SCREEN);
      const rule = `${viewport.width}x${viewport.height}, ${hasFonts ? 'our font' : 'fallback font'}: the first screen has it all`;
      tally.check(page.path, rule, unseen.length === 0, few(unseen));
      await context.close();
    }
  }
}

/** Without script the page shows its numbers, and one click on a figure leads to its record. */
async function checkWithoutScript(browser, base, page, tally) {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const tab = await context.newPage();
  await tab.goto(new URL(page.path, base).href);
  const lead = await tab.locator('.leads li > b').allInnerTexts();
  tally.check(page.path, 'without script the lead numbers are there', lead.length > 0 && lead.every(text => /\d|[٠-٩]|\[/.test(text)), few(lead));
  const records = tab.locator('main .fs a[href*="/f/"]');
  const rows = await tab.locator('main .fs > li').count();
  const rowsWithRecord = await tab.locator('main .fs > li:has(a[href*="/f/"])').count();
  tally.check(page.path, 'each figure leads to its record', rows > 0 && rows === rowsWithRecord, `${rowsWithRecord} of ${rows}`);
  if (rows > 0 && (await records.count()) > 0) {
    const href = await records.first().getAttribute('href');
    const [answer] = await Promise.all([tab.waitForNavigation(), records.first().click()]);
    tally.check(page.path, 'without script one click on a figure opens its record', answer?.status() === 200, `${href}: ${answer?.status()}`);
  }
  await context.close();
}

/** On paper: the title is there, navigation is not, and a PDF comes out. */
async function checkPrint(browser, base, page, tally, out) {
  const context = await browser.newContext();
  const tab = await open(context, new URL(page.path, base).href);
  await tab.emulateMedia({ media: 'print' });
  const seen = await tab.evaluate(() => ({
    title: document.querySelector('main h1')?.getClientRects().length > 0,
    menus: [...document.querySelectorAll('header ul, .toc, .skip')].filter(part => part.getClientRects().length > 0).length,
  }));
  tally.check(page.path, 'print has the title and no menus', seen.title && seen.menus === 0, `title ${seen.title}, ${seen.menus} menus`);
  const pdf = await tab.pdf({ format: 'A4', ...(out && { path: path.join(out, `${page.kind}-${page.language}-${fileWord(page.path)}.pdf`) }) });
  tally.check(page.path, 'print gives a PDF', pdf.subarray(0, 5).toString() === '%PDF-' && pdf.length > 5000, `${pdf.length} bytes`);
  await context.close();
}
