// Reads the site as a visitor without a browser would: from `/`, every link of the same origin, once. It reads the HTML with
// patterns on purpose, so that a page is judged by its bytes and not by what a browser made of them.
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

/** One answer, redirects followed inside the origin: status, headers, text, and the addresses on the way. */
export async function read(base, path) {
  const way = [];
  for (let address = path; way.length <= REDIRECTS_MAX;) {
    const answer = await fetch(new URL(address, base), { redirect: 'manual', signal: AbortSignal.timeout(ANSWER_MS_MAX) });
    const target = answer.status >= 300 && answer.status < 400 ? answer.headers.get('location') : null;
    if (target === null) {
      const text = await answer.text();
      return { path: address, way, status: answer.status, type: answer.headers.get('content-type') ?? '', headers: answer.headers, text };
    }
    way.push(answer.status);
    const next = new URL(target, new URL(address, base));
    if (next.origin !== new URL(base).origin) return { path: address, way, status: 200, type: 'elsewhere', headers: answer.headers, text: '' };
    address = next.pathname + next.search;
    await answer.body?.cancel();
  }
  return { path, way, status: 310, type: '', headers: new Headers(), text: '' };
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
    const answer = await read(base, path).catch(error => ({ status: 0, way: [], type: '', text: '', why: error.cause?.code ?? error.message }));
    const how = answer.why ?? [...answer.way, answer.status].join(' then ');
    tally.check(path, 'a link leads somewhere', answer.status === 200, `${how}, linked from ${linkedFrom.get(path)}`);
    if (answer.status !== 200) return;
    if (answer.way.length > 0) site.pages.get(answer.path) ?? follow(answer.path, path);
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
