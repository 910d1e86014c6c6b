// Every ceiling of the public site, with its reason. What counts on a slow line is the compressed size, so bytes are
// gzip at its best unless it says otherwise. A ceiling is raised only with a reason, never to let a page pass.

/** HTML of one page, by kind and language; `other` is for every kind and language that is not named. */
const HTML_BYTES_MAX = {
  // The whole action with its figures: 14 kB with the style sheet, two seconds on a 2G line.
  action: { en: 9000, other: 10000 },
  issued: { en: 9000, other: 10000 },
  other: { other: 6000 },
};

/** Style sheets, by the first word of their file name; `other` is for a sheet that is not named. */
const CSS_BYTES_MAX = { hatua: 5000, record: 2000, place: 2000, work: 4000, other: 2000 };

/** A drawing or plot, unpacked: it is seen by people who pay for each kilobyte. */
export const SVG_BYTES_MAX = 20480;

/** Addresses that a crawl may reach. A demonstration has a few hundred; a site that never ends is a fault. */
export const ADDRESSES_MAX = 6000;

/** Milliseconds for one answer of a server on this machine. */
export const ANSWER_MS_MAX = 10000;

/** The screens: width and height in CSS pixels. */
export const DESK = { width: 1280, height: 800 };
export const PHONE = { width: 360, height: 740 };
/** 400 % zoom of a desk, as WCAG 1.4.10 asks for. */
export const ZOOMED = { width: 320, height: 640 };

export const htmlBytesMax = (kind, language) => {
  const byLanguage = HTML_BYTES_MAX[kind] ?? HTML_BYTES_MAX.other;
  return byLanguage[language] ?? byLanguage.other;
};

export const cssBytesMax = name => CSS_BYTES_MAX[/^[a-z]+/.exec(name)?.[0]] ?? CSS_BYTES_MAX.other;
