// Proves the checks: a small site without a fault must pass, and the same site with one fault at a time in each page must fail
// at exactly those places. Run with `node proof.mjs`; the last line is `N passed, N failed`.
import http from 'node:http';
import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { LANGUAGES, kindOf, sampleOf } from './checks/kinds.mjs';
import { inlineParts } from './checks/source.mjs';
import { checkSite } from './checks/site.mjs';
import { Tally } from './checks/tally.mjs';

const POLICY = "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
const CSS = `body{margin:0;font:1rem/1.5 sans-serif;color:#18222c;background:#fff}main,header,footer{padding:.5rem}
a{color:#0b5487;display:inline-block;min-block-size:24px}.hero img{inline-size:100px;block-size:60px}.fs,.leads,header ul{list-style:none;margin:0;padding:0}
.faint{color:#bbb}.wide{inline-size:700px}@media print{header ul{display:none}}
@media(prefers-color-scheme:dark){body{color:#eee;background:#111}a{color:#8cc4ee}}`;
const DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 6"><path fill="#10507f" d="M0 0h10v6z"/></svg>';
const PLOT = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 6"><text>Demonstration</text></svg>';

const prefix = language => (language === 'en' ? '' : `/${language}`);

/** A page of the small site; `fault` changes one thing. */
function page(language, title, main, fault = {}) {
  const dir = fault.dir ?? (language === 'ar' ? ' dir="rtl"' : '');
  const menu = LANGUAGES.map(l => `<li><a href="${prefix(l) || '/'}" lang="${l}" hreflang="${l}">${l}</a></li>`).join('');
  return `<!DOCTYPE html>
<html lang="${fault.lang ?? language}"${dir}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
${fault.robots ?? '<meta name="robots" content="noindex">'}
<title>${title} ${language}</title>
<link rel="stylesheet" href="/assets/hatua-1.css">
<link rel="icon" href="data:,">
</head>
<body>
<header>${fault.masthead ?? '<p class="demo">Demonstration</p>'}<nav aria-label="Language"><ul>${menu}</ul></nav></header>
<main id="main">
<h1>${title}</h1>
${main}${fault.main ?? ''}
</main>
<footer><p>Hatua</p></footer>
</body>
</html>
`;
}

const cash = '<dl class="cash"><div><dt>Money</dt><dd>40</dd></div></dl>';
const leads = `<ul class="leads">${'<li><b>4</b></li>'.repeat(4)}</ul>`;
const action = (language, { first = cash, row = '', ...fault } = {}) => page(language, 'Action', `${first}
<div class="hero"><img src="/m/drawing.svg" width="100" height="60" alt="Drawing: a road"></div>
${leads}
<h2>Figures</h2>
<ul class="fs"><li><b>4</b> <a href="${prefix(language)}/f/x/y">Policies</a></li>${row}</ul>
<img src="/plots/demonstration-y-r1.1.svg" width="100" height="60" alt="Plot">`, fault);

/** The small site by address; `faults` by the name of the page. */
function site(faults = {}) {
  const files = new Map([
    ['/assets/hatua-1.css', ['text/css', CSS + (faults.css ?? '')]],
    ['/m/drawing.svg', ['image/svg+xml', faults.drawing ?? DRAWING]],
    ['/plots/demonstration-y-r1.1.svg', ['image/svg+xml', faults.plot ?? PLOT]],
  ]);
  for (const language of LANGUAGES) {
    const add = (address, html) => files.set(prefix(language) + address || '/', ['text/html; charset=utf-8', html]);
    add(language === 'en' ? '/' : '', page(language, 'Actions', `<p><a href="${prefix(language)}/a/x">Action</a></p>`, faults[`actions ${language}`]));
    add('/a/x', action(language, faults[`action ${language}`]));
    files.set(`${prefix(language)}/f/x/y`, ['302', `${prefix(language)}/f/x/y/v1`]);
    add('/f/x/y/v1', page(language, 'Policies', '<p><b>4</b></p>', faults[`record ${language}`]));
  }
  return files;
}

/** Serves the small site while `use` runs. */
async function served(files, use, { policy = POLICY, missing = {}, isPacked = true } = {}) {
  const server = http.createServer((request, answer) => {
    const [type, body] = files.get(request.url) ?? [];
    if (type === '302') return answer.writeHead(302, { location: body }).end();
    const html = type ? body : page(kindOf(request.url).language, 'Not found', '<p>No page has this address.</p>');
    const packs = isPacked && /gzip/.test(request.headers['accept-encoding'] ?? '');
    const headers = { 'content-type': type ?? 'text/html', 'content-security-policy': policy, ...(packs && { 'content-encoding': 'gzip' }) };
    return answer.writeHead(type ? 200 : (missing.status ?? 404), headers).end(packs ? gzipSync(html) : html);
  });
  await new Promise(resolve => { server.listen(0, '127.0.0.1', resolve); });
  try {
    return await use(`http://127.0.0.1:${server.address().port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const quiet = { print: () => {} };
const failuresOf = tally => tally.failures.map(({ address, rule }) => `${address}: ${rule}`).sort();
const proof = new Tally();

/** The checks find these faults, each once, and no other. */
function expect(name, found, expected) {
  const missed = expected.filter(fault => !found.includes(fault));
  const invented = found.filter(fault => !expected.includes(fault));
  proof.check(name, 'finds what is wrong', missed.length === 0, `missed: ${missed.join(' | ')}`);
  proof.check(name, 'finds nothing else', invented.length === 0, `invented: ${invented.join(' | ')}`);
}

const good = await served(site(), base => checkSite(base, quiet));
expect('a site without a fault', failuresOf(good), []);
proof.check('a site without a fault', 'goes through many checks', good.passed > 150, good.passed);

const everyScreen = rule => [1280, 360].flatMap(width => ['light', 'dark'].map(scheme => `${width} ${scheme}: ${rule}`));
const firstScreen = ['1280x800', '360x740'].flatMap(screen => ['our font', 'fallback font'].map(font => `${screen}, ${font}: the first screen has it all`));
const at = (address, rules) => rules.map(rule => `${address}: ${rule}`);

const bad = await served(site({
  'actions en': { main: '<p><a href="/gone">Gone</a> <a href="/fr#nowhere">Nowhere</a></p>' },
  'actions fr': { lang: 'en' },
  'action en': { first: '', row: '<li><b>5</b> without a record</li>' },
  'action fr': { robots: '', masthead: '' },
  'action ar': { dir: '' },
  'record en': { main: '<p style="color:red">Red</p><svg class="map" viewBox="0 0 1 1" aria-hidden="true"><path d="M0 0h1v1z"/></svg>' },
  'record fr': { main: '<p class="faint">Faint</p><p><b class="wide">1 600</b></p><table class="wide"><tbody><tr><th scope="row">Long</th><td>12</td></tr></tbody></table>' },
  'record ar': { main: `<p>${randomBytes(5000).toString('hex').replace(/(.{8})/g, '$1 ')}</p><img src="http://127.0.0.1:1/x.png" width="9" height="9" alt="Picture">` },
  drawing: DRAWING.replace('<path', '<style>path{fill:red}</style><path'),
  plot: PLOT.replace('Demonstration', `Policies${' '.repeat(21000)}`),
  css: `/*${randomBytes(6000).toString('hex')}*/@media print{header ul{display:block!important}}`,
}), base => checkSite(base, quiet));
const records = LANGUAGES.map(language => `${prefix(language)}/f/x/y/v1`);
const actions = LANGUAGES.map(language => `${prefix(language)}/a/x`);
expect('a site with faults', failuresOf(bad), [
  ...at('/gone', ['a link leads somewhere']),
  ...at('/', ['a link to a part of a page finds it']),
  ...at('/fr', ['the language is that of the address']),
  ...at('/a/x', [...firstScreen, 'each figure leads to its record']),
  ...at('/fr/a/x', ['a page of a demonstration is not indexed', 'a page of a demonstration says so in the masthead']),
  ...at('/ar/a/x', ['the direction is that of the language']),
  ...at('/f/x/y/v1', ['no inline style or script', 'html-validate finds no error', 'every map has its legend', 'the browser has nothing to complain of']),
  ...at('/fr/f/x/y/v1', [...everyScreen('axe finds no violation').filter(rule => !rule.includes('dark')), '360: no sideways scrolling', '320: no sideways scrolling', '360: nothing is cut']),
  ...at('/ar/f/x/y/v1', ['at most 6000 bytes of HTML (gzip)', 'every picture is there', 'the browser has nothing to complain of']),
  ...at('/m/drawing.svg', ['a drawing shows under any policy']),
  ...at('/plots/demonstration-y-r1.1.svg', ['at most 20480 bytes of drawing', 'a plot of a demonstration says so inside and in its name']),
  ...at('/assets/hatua-1.css', ['at most 5000 bytes of style sheet (gzip)']),
  ...[...actions, ...records].map(address => `${address}: print has the title and no menus`),
]);

const loose = await served(site(), base => checkSite(base, { ...quiet, inBrowser: false }), { policy: "default-src 'self' 'unsafe-inline'", missing: { status: 200 }, isPacked: false });
const rules = new Set(loose.failures.map(failure => failure.rule));
expect('a loose policy, a 404 that says 200 and nothing packed', [...rules], ['policy: nothing but our own styles, pictures and fonts', 'an unknown address is answered with 404', 'what a reader downloads is packed']);

const inline = ['<p onclick="x()">', '<a href="javascript:x()">', '<style>', '<script src="/x.js">', "<p style='x'>"];
for (const tag of inline) proof.check(tag, 'is inline', inlineParts(tag).length === 1, inlineParts(tag));
for (const tag of ['<p title="style=1 onclick=2">', '<a href="/style">', '<!-- <script> -->', '<p class="on" lang="fr">']) {
  proof.check(tag, 'is not inline', inlineParts(tag).length === 0, inlineParts(tag));
}

const kinds = { '/': 'actions en', '/ar': 'actions ar', '/fr/': 'actions fr', '/a/x': 'action en', '/fr/a/x/r4.2': 'issued fr',
  '/ar/f/x/y/v5': 'record ar', '/f/x/y': 'reported en', '/a/x/where/y': 'where en', '/methods': 'methods en', '/fractions': 'fractions en' };
for (const [address, expected] of Object.entries(kinds)) {
  const { kind, language } = kindOf(address);
  proof.check(address, `is ${expected}`, `${kind} ${language}` === expected, `${kind} ${language}`);
}
const sizes = [3, 9, 1, 5].map(size => ({ ...kindOf('/methods'), path: `/${size}`, text: 'x'.repeat(size) }));
proof.check('the sample', 'is the longest and the shortest', sampleOf(sizes).map(p => p.path).join() === '/9,/1');
proof.check('the sample', 'is all where all are asked for', sampleOf(sizes, true).length === 4);

console.log(`${proof}`);
process.exitCode = proof.failed > 0 ? 1 : 0;
