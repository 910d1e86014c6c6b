// Reads the site as a visitor without a browser would: from `/`, every link of the same origin, once. It reads the HTML with
// patterns on purpose, so that a page is judged by its bytes and not by what a browser made of them.
import http from 'node:http';
import https from 'node:https';
import { ADDRESSES_MAX, ANSWER_MS_MAX } from './budgets.mjs';
import { kindOf } from './kinds.mjs';

const WORKERS = 4;
const REDIRECTS_MAX = 5;

/** Tags of an HTML text, without comments. */
export const tagsOf = html => html.replace(/<!--[\s\S]*?-->/g, '').match(/<[a-z](?:[^>"']|"[^"]*"|'[^']*')*>/gi) ?? [];

/** An attribute of a tag, decoded; `null` where the tag has none. */
export function attribute(tag, name) {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'i').exec(tag);
  return found && decoded(found[1] ?? found[2]);
}

const decoded = text => text.replace(/&#x([0-9a-f]+);/gi, (_, hex) => String.fromCodePoint(parseInt(hex, 16)))
  .replace(/&#(\d+);/g, (_, number) => String.fromCodePoint(Number(number)))
  .replace(/&(lt|gt|quot|apos|amp);/g, (_, name) => ({ lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' })[name]);

/** All addresses that an HTML text leads to or shows. */
export function linksOf(html) {
  return tagsOf(html).flatMap(tag => {
    const single = ['href', 'src', 'action', 'poster'].map(name => attribute(tag, name)).filter(link => link !== null);
    const set = (attribute(tag, 'srcset') ?? '').split(',').map(part => part.trim().split(/\s+/)[0]).filter(Boolean);
    return /^<form/i.test(tag) && /method\s*=\s*["']?post/i.test(tag) ? [] : [...single, ...set];
  });
}

const cssLinksOf = css => [...css.matchAll(/url\(\s*["']?([^"')]+)["']?\s*\)/g)].map(found => found[1]);

/** One answer as it came, over a connection of its own: status, headers, bytes. */
export function ask(url, headers = {}) {
  const client = url.protocol === 'https:' ? https : http;
  return new Promise((resolve, reject) => {
    const request = client.get(url, { agent: false, headers, signal: AbortSignal.timeout(ANSWER_MS_MAX) }, answer => {
      const parts = [];
      answer.on('data', part => parts.push(part)).on('error', reject)
        .on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, bytes: Buffer.concat(parts) }));
    });
    request.on('error', reject);
  });
}

/**
 * What an address gives in the end, redirects followed inside the origin: status, headers, text, and the answers on the way.
 * Status 0 and `why` where there is no answer.
 */
export async function read(base, path) {
  const way = [];
  const result = (status, answer, more) => ({ path, way, status, headers: answer?.headers ?? {}, type: answer?.headers['content-type'] ?? '', text: answer?.bytes.toString() ?? '', ...more });
  while (way.length <= REDIRECTS_MAX) {
    const url = new URL(path, base);
    const answer = await ask(url).catch(error => ({ failure: error.code ?? error.message }));
    if (answer.failure) return result(0, undefined, { why: answer.failure });
    if (answer.status < 300 || answer.status >= 400 || !answer.headers.location) return result(answer.status, answer);
    way.push(answer.status);
    const next = new URL(answer.headers.location, url);
    if (next.origin !== url.origin) return result(200, undefined, { type: 'elsewhere' });
    path = next.pathname + next.search;
  }
  return result(0, undefined, { why: 'it leads on and on' });
}

/** The whole site: `pages` (HTML), `files` (all else), both by path, and what was found wrong on the way. */
export async function crawl(base, tally) {
  const site = { pages: new Map(), files: new Map(), fragments: [] };
  const linkedFrom = new Map([['/', 'the start']]);
  const queue = ['/'];
  const origin = new URL(base).origin;
  const follow = (link, from) => {
    if (!URL.canParse(link, new URL(from, base))) return tally.check(from, 'every link is an address', false, link);
    const target = new URL(link, new URL(from, base));
    if (target.origin !== origin) return true;
    const path = target.pathname + target.search;
    if (target.hash.length > 1) site.fragments.push({ from, path, fragment: decodeURIComponent(target.hash.slice(1)) });
    if (linkedFrom.has(path) || linkedFrom.size >= ADDRESSES_MAX) return true;
    linkedFrom.set(path, from);
    queue.push(path);
    return true;
  };
  const visit = async path => {
    const answer = await read(base, path);
    const how = answer.why ?? [...answer.way, answer.status].join(' then ');
    tally.check(path, 'a link leads somewhere', answer.status === 200, `${how}, linked from ${linkedFrom.get(path)}`);
    if (answer.status !== 200) return;
    if (answer.way.length > 0) follow(answer.path, path);
    const isPage = answer.type.startsWith('text/html');
    if (answer.way.length > 0) {
      site.files.set(path, { ...answer, type: 'redirect', to: answer.path });
    } else if (isPage) {
      site.pages.set(path, { ...answer, path, ...kindOf(new URL(path, base).pathname) });
      linksOf(answer.text).filter(link => !/^(data|mailto|tel):/.test(link)).forEach(link => follow(link, path));
    } else {
      site.files.set(path, answer);
      if (answer.type.startsWith('text/css')) cssLinksOf(answer.text).filter(link => !link.startsWith('data:')).forEach(link => follow(link, path));
    }
  };
  while (queue.length > 0) await Promise.all(queue.splice(0, WORKERS).map(visit));
  tally.check('/', `the site has fewer than ${ADDRESSES_MAX} addresses`, linkedFrom.size < ADDRESSES_MAX);
  checkFragments(site, tally);
  return site;
}

/** A link to a part of a page must find that part. */
function checkFragments(site, tally) {
  const ids = new Map();
  const idsOf = page => ids.get(page.path) ?? ids.set(page.path, new Set(tagsOf(page.text).map(tag => attribute(tag, 'id')).filter(id => id !== null))).get(page.path);
  for (const { from, path, fragment } of site.fragments) {
    const page = site.pages.get(site.files.get(path)?.to ?? path);
    if (page) tally.check(from, 'a link to a part of a page finds it', idsOf(page).has(fragment), `${path}#${fragment}`);
  }
}
