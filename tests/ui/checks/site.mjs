// All checks of one served site, in the order of their cost.
import { checkInBrowser } from './browser.mjs';
import { ask, crawl, read } from './crawl.mjs';
import { LANGUAGES, kindOf, sampleOf } from './kinds.mjs';
import { checkPage, checkSource } from './source.mjs';
import { Tally } from './tally.mjs';

/**
 * Checks the site at `base`. `every`: all pages in the browser, not two of a kind; `inBrowser`: false for none;
 * `out`: a folder for pictures.
 */
export async function checkSite(base, { every = false, inBrowser = true, out, print = console.log, tell = () => {} } = {}) {
  const tally = new Tally(print);
  const site = await crawl(base, tally);
  tell(`${site.pages.size} pages and ${site.files.size} files read`);
  const packed = await ask(new URL('/', base), { 'accept-encoding': 'gzip' }).catch(() => ({ headers: {} }));
  tally.check('/', 'what a reader downloads is packed', packed.headers['content-encoding'] === 'gzip', packed.headers['content-encoding'] ?? 'not packed');
  const inDemonstration = await checkSource(site, tally);
  const missing = await missingPages(base, inDemonstration, tally);
  if (!inBrowser) return tally;
  const sample = [...sampleOf([...site.pages.values()], every), ...missing];
  tell(`${sample.length} pages go through the browser`);
  await checkInBrowser(base, sample, tally, out);
  return tally;
}

/** The page that says that there is no such page is a page too, in each language. */
async function missingPages(base, inDemonstration, tally) {
  const pages = [];
  for (const language of LANGUAGES) {
    const path = `${language === 'en' ? '' : `/${language}`}/no-such-page`;
    const answer = await read(base, path);
    tally.check(path, 'an unknown address is answered with 404', answer.status === 404, answer.why ?? answer.status);
    tally.check(path, 'and with a page', answer.type.startsWith('text/html'), answer.type);
    const page = { ...answer, ...kindOf(path), kind: 'missing', isMissing: true };
    await checkPage(page, inDemonstration, tally);
    pages.push(page);
  }
  return pages;
}
