// What kind of page an address is, and in which language. Pages of one kind come from one template, so a browser looks at
// the longest and the shortest of each kind in each language, not at hundreds that differ only in a name.

export const LANGUAGES = ['en', 'fr', 'ar'];

const KINDS = [
  ['actions', /^\/$/],
  ['action', /^\/a\/[^/]+$/],
  ['issued', /^\/a\/[^/]+\/r[\d.]+$/],
  ['where', /^\/a\/[^/]+\/where\/[^/]+$/],
  ['country', /^\/a\/[^/]+\/c\/[^/]+$/],
  ['record', /^\/f\/[^/]+\/[^/]+\/v\d+$/],
  ['reported', /^\/f\/[^/]+\/[^/]+$/],
  ['contract', /^\/c\/[^/]+\/[^/]+$/],
  ['story', /^\/n\/.+$/],
  ['document', /^\/d\/.+$/],
  ['rules', /^\/methods\/[^/]+$/],
];

/** `/ar/f/x/trained/v5` is `{ language: 'ar', kind: 'record' }`; an unknown address is a kind by its first word. */
export function kindOf(path) {
  const [, prefix, rest] = /^\/(fr|ar)(?=\/|$)(.*)$/.exec(path) ?? [null, 'en', path];
  const bare = rest.replace(/(.)\/$/, '$1') || '/';
  const kind = KINDS.find(([, pattern]) => pattern.test(bare))?.[0];
  return { language: prefix, kind: kind ?? bare.split('/')[1] };
}

/** The longest and the shortest page of each kind in each language; with `every`, all of them. */
export function sampleOf(pages, every = false) {
  if (every) return pages;
  const groups = new Map();
  for (const page of pages) {
    const key = `${page.kind} ${page.language}`;
    groups.set(key, [...(groups.get(key) ?? []), page]);
  }
  return [...groups.values()].flatMap(group => {
    const bySize = [...group].sort((a, b) => b.text.length - a.text.length || a.path.localeCompare(b.path));
    return bySize.length > 1 ? [bySize[0], bySize.at(-1)] : bySize;
  });
}
