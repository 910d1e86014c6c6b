// What the bytes of the pages and files say, without a browser: markup, no inline style or script, policy, language, noindex,
// sizes.
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { HtmlValidate } from 'html-validate';
import { SVG_BYTES_MAX, cssBytesMax, htmlBytesMax } from './budgets.mjs';
import { attribute, tagsOf } from './crawl.mjs';
import { LANGUAGES } from './kinds.mjs';
import { few } from './tally.mjs';

const validator = new HtmlValidate({ extends: ['html-validate:recommended'], rules: { 'long-title': 'off' } });
const zipped = text => gzipSync(text, { level: 9 }).length;

/** Whether the masthead of this page says that it is a demonstration. */
export const isDemonstration = html => /<header[\s>](?:(?!<\/header>)[\s\S])*?class="[^"]*\bdemo\b/.test(html);

/** Inline style, script and event handlers in a text of tags: no policy of ours would let them run. */
export function inlineParts(text) {
  return tagsOf(text).flatMap(tag => {
    const bare = tag.replace(/"[^"]*"|'[^']*'/g, '""');
    const found = /^<(style|script)\b/i.exec(bare)?.[0] ?? /\s(style|on[a-z]+)\s*=/i.exec(bare)?.[0].trim();
    const runs = /["']\s*javascript:/i.test(tag) ? 'javascript:' : undefined;
    return [found, runs].filter(Boolean).map(part => `${part} in ${tag.slice(0, 60)}`);
  });
}

/** All that can be said of one page. `inDemonstration`: the site's first page says that it is one. */
export async function checkPage(page, inDemonstration, tally) {
  const { path: address, text: html, headers, kind, language } = page;
  const check = (rule, holds, why) => tally.check(address, rule, holds, why);
  const inline = inlineParts(html);
  check('no inline style or script', inline.length === 0, few(inline));
  const policy = headers['content-security-policy'] ?? '';
  check("policy: nothing but our own styles, pictures and fonts", /default-src 'none'/.test(policy) && !/unsafe|script-src/.test(policy), policy || 'no policy');
  const report = await validator.validateString(html);
  const errors = report.results.flatMap(result => result.messages).filter(message => message.severity === 2);
  check('html-validate finds no error', errors.length === 0, few(errors.map(m => `line ${m.line}: ${m.ruleId}: ${m.message}`)));
  const root = tagsOf(html).find(tag => /^<html[\s>]/i.test(tag)) ?? '';
  check('the language is that of the address', attribute(root, 'lang') === language, `lang=${attribute(root, 'lang')}`);
  check('the direction is that of the language', (attribute(root, 'dir') ?? 'ltr') === (language === 'ar' ? 'rtl' : 'ltr'), `dir=${attribute(root, 'dir')}`);
  if (inDemonstration) {
    const robots = tagsOf(html).find(tag => /^<meta/i.test(tag) && attribute(tag, 'name') === 'robots') ?? '';
    const words = `${attribute(robots, 'content') ?? ''} ${headers['x-robots-tag'] ?? ''}`;
    check('a page of a demonstration is not indexed', /\bnoindex\b/.test(words), 'no noindex');
    check('a page of a demonstration says so in the masthead', isDemonstration(html), 'no .demo in the header');
  }
  const maps = html.match(/<svg class="map"|srcset="[^"]*-map-r[^"]*-dark-/g) ?? [];
  const legends = html.match(/<ul class="key"><li><i class="sw k/g) ?? [];
  check('every map has its legend', legends.length >= maps.length, `${legends.length} for ${maps.length}`);
  const most = htmlBytesMax(kind, language);
  check(`at most ${most} bytes of HTML (gzip)`, zipped(html) <= most, zipped(html));
}

/** All that can be said of one file that is not a page. */
export function checkFile(address, file, inDemonstration, tally) {
  const name = path.posix.basename(new URL(address, 'http://site').pathname);
  if (file.type.startsWith('text/css')) {
    const most = cssBytesMax(name);
    tally.check(address, `at most ${most} bytes of style sheet (gzip)`, zipped(file.text) <= most, zipped(file.text));
  }
  if (!file.type.startsWith('image/svg')) return;
  const inline = inlineParts(file.text);
  tally.check(address, 'a drawing shows under any policy', inline.length === 0, few(inline));
  const outer = tagsOf(file.text).map(tag => attribute(tag, '(?:xlink:)?href')).filter(link => link !== null && !link.startsWith('#'));
  tally.check(address, 'a drawing needs no other file', outer.length === 0, few(outer));
  const size = Buffer.byteLength(file.text);
  tally.check(address, `at most ${SVG_BYTES_MAX} bytes of drawing`, size <= SVG_BYTES_MAX, size);
  // Plots and maps are of invented records: a ribbon on the page does not survive a screenshot.
  if (inDemonstration && (/-r\d+\.\d+/.test(name) || /\/(plots?|maps?)\//.test(address))) {
    const says = /demonstration|démonstration|تجريبي|عرض/i.test(file.text.replace(/<[^>]*>/g, ' '));
    tally.check(address, 'a plot of a demonstration says so inside and in its name', says && name.startsWith('demonstration-'), name);
  }
}

/** Markup, policy and sizes of the whole site. */
export async function checkSource(site, tally) {
  const first = site.pages.get('/');
  const inDemonstration = first !== undefined && isDemonstration(first.text);
  for (const language of LANGUAGES) {
    const has = [...site.pages.values()].some(page => page.language === language && page.kind === 'action');
    tally.check('/', `an action page in \`${language}\` can be reached`, has);
  }
  for (const page of site.pages.values()) await checkPage(page, inDemonstration, tally);
  for (const [address, file] of site.files) checkFile(address, file, inDemonstration, tally);
  return inDemonstration;
}
