// Prepares outlines.tsv, the borders that maps are drawn from. It is run by hand, once for each new edition of the sources:
//
//     npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz --one-top-level=atlas
//     npm pack i18n-iso-countries@7.14.0 && tar xzf i18n-iso-countries-7.14.0.tgz --one-top-level=codes
//     node outlines.mjs atlas/package/countries-50m.json codes/package/codes.json merged.tsv > outlines.tsv
//
// Shared borders are simplified once, before countries are put together, so that neighbours stay neighbours. Then
// areas that merged.tsv names are joined to the country beside them, and everything is written in whole
// twentieths of a degree, y growing to the south: code, point for a label, then one ring for each tab.
import { readFileSync } from "node:fs";

const [atlasPath, codesPath, mergedPath] = process.argv.slice(2);
const atlas = JSON.parse(readFileSync(atlasPath, "utf8"));
const codes = new Map(JSON.parse(readFileSync(codesPath, "utf8")).map(([two, , number]) => [number, two]));
const merged = new Map(
  readFileSync(mergedPath, "utf8").trim().split("\n").filter((line) => !line.startsWith("#")).map((line) => line.split("\t")),
);

const STEPS = 20; // of a degree
const SMALLEST_BEND = 20; // square steps: a smaller triangle between three points is flattened
const SMALLEST_ISLAND = 400; // square steps: a smaller island is left out, unless it is the country's largest part

// The points of every shared arc, in steps.
const arcs = atlas.arcs.map((arc) => {
  let [x, y] = [0, 0];
  return arc.map(([dx, dy]) => {
    [x, y] = [x + dx, y + dy];
    const longitude = x * atlas.transform.scale[0] + atlas.transform.translate[0];
    const latitude = y * atlas.transform.scale[1] + atlas.transform.translate[1];
    return [longitude * STEPS, -latitude * STEPS];
  });
});

// The area of a triangle as it looks on the globe: a degree of longitude is narrow near a pole.
const narrow = (y) => Math.cos((y / STEPS / 180) * Math.PI);
const triangle = ([ax, ay], [bx, by], [cx, cy]) => (Math.abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2) * narrow(by);

// Visvalingam: take away the point with the smallest triangle until all are large enough. The ends stay.
function simplified(points) {
  const kept = points.slice();
  const closed = kept[0][0] === kept.at(-1)[0] && kept[0][1] === kept.at(-1)[1];
  while (kept.length > (closed ? 4 : 2)) {
    let [least, at] = [Infinity, 0];
    for (let i = 1; i < kept.length - 1; i++) {
      const area = triangle(kept[i - 1], kept[i], kept[i + 1]);
      if (area < least) [least, at] = [area, i];
    }
    if (least >= SMALLEST_BEND) break;
    kept.splice(at, 1);
  }
  return kept.map(([x, y]) => [Math.round(x), Math.round(y)]);
}
const simple = arcs.map(simplified);
const arcPoints = (index) => (index < 0 ? simple[~index].slice().reverse() : simple[index]);

// Arcs that two parts of one country share are inner borders and fall away; the others are joined end to end.
function rings(arcLists) {
  const all = arcLists.flat();
  const once = all.filter((index) => !all.includes(~index));
  const key = (point) => point.join(" ");
  const result = [];
  const left = once.map((index) => arcPoints(index));
  while (left.length > 0) {
    const ring = left.shift().slice();
    while (key(ring[0]) !== key(ring.at(-1))) {
      const next = left.findIndex((points) => key(points[0]) === key(ring.at(-1)));
      if (next < 0) throw new Error("an outline does not close");
      ring.push(...left.splice(next, 1)[0].slice(1));
    }
    result.push(ring.slice(0, -1).filter((point, i, list) => i === 0 || key(point) !== key(list[i - 1])));
  }
  return result.filter((ring) => ring.length > 2);
}

const area = (ring) =>
  Math.abs(ring.reduce((sum, [x, y], i) => sum + x * ring[(i + 1) % ring.length][1] - ring[(i + 1) % ring.length][0] * y, 0) / 2) *
  narrow(ring[0][1]);

const inside = (ring, x, y) =>
  ring.reduce((odd, [ax, ay], i) => {
    const [bx, by] = ring[(i + 1) % ring.length];
    return ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax ? !odd : odd;
  }, false);

// The point for a label: as far as possible from the border, with twice as much room wanted to the sides as above and below.
function labelPoint(ring) {
  const xs = ring.map(([x]) => x);
  const ys = ring.map(([, y]) => y);
  let best = [0, 0, -1];
  for (let i = 1; i < 60; i++) {
    for (let j = 1; j < 60; j++) {
      const x = Math.min(...xs) + ((Math.max(...xs) - Math.min(...xs)) * i) / 60;
      const y = Math.min(...ys) + ((Math.max(...ys) - Math.min(...ys)) * j) / 60;
      if (!inside(ring, x, y)) continue;
      let room = Infinity;
      ring.forEach(([ax, ay], k) => {
        const [bx, by] = ring[(k + 1) % ring.length];
        for (let t = 0; t <= 1; t += 0.125) room = Math.min(room, Math.hypot((ax + t * (bx - ax) - x) / 2, ay + t * (by - ay) - y));
      });
      if (room > best[2]) best = [Math.round(x), Math.round(y), room];
    }
  }
  return best.slice(0, 2);
}

const countries = new Map();
for (const shape of atlas.objects.countries.geometries) {
  const code = merged.get(shape.properties.name) ?? codes.get(shape.id);
  if (!code) continue;
  const lists = shape.type === "Polygon" ? shape.arcs : (shape.arcs ?? []).flat();
  countries.set(code, [...(countries.get(code) ?? []), ...lists]);
}

for (const [code, lists] of [...countries].sort(([a], [b]) => (a < b ? -1 : 1))) {
  const parts = rings(lists).sort((a, b) => area(b) - area(a));
  if (parts.length === 0) continue;
  const shown = parts.filter((ring, i) => i === 0 || area(ring) >= SMALLEST_ISLAND);
  const written = shown.map((ring) =>
    ring.map(([x, y], i) => (i === 0 ? `${x} ${y}` : `${x - ring[i - 1][0]} ${y - ring[i - 1][1]}`)).join(" "),
  );
  console.log([code, labelPoint(parts[0]).join(" "), ...written].join("\t"));
}
