// Cuts the shopping of a few households out of the Complete Journey tables and measures all households, so that the mocks
// stay small. Run it again with `npm run mocks:data -- <folder of the CSV files>`; the same tables give the same files.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Why each household was chosen stands in README.md beside this file. */
const CHOSEN = ['1609', '2489', '367', '718', '2317', '2400', '676', '1111', '1023', '931', '74', '201', '1974', '399', '1471', '2007', '256'];
const LAST_DAY = Date.parse('2017-12-31T23:59:59Z');
const BINS = 30;
const SEED = 0x360;

const folder = process.argv[2];
if (!folder) {
  console.error('Say where the CSV files of Complete Journey are: npm run mocks:data -- <folder>');
  process.exit(1);
}

const products = new Map(read('products').map((row) => [row.product_id, row]));
const demographics = new Map(read('demographics').map((row) => [row.household_id, row]));
const targeted = groupBy(read('campaigns'), 'household_id');
const redeemed = groupBy(read('coupon_redemptions'), 'household_id');
const bought = groupBy(read('transactions'), 'household_id');

const measures = new Map([...bought].map(([id, lines]) => [id, measure(id, lines)]));
const names = ['predictedClv', 'click', 'unsubscribe', 'open', 'purchase', 'discountScore', 'spend'];
scaleClicks();

const usedProducts = new Map();
const households = CHOSEN.map((id) => household(id, bought.get(id)));

write('households', 'the chosen households and what they bought', {
  campaigns: read('campaign_descriptions').map((row) => [row.campaign_id, row.campaign_type, row.start_date, row.end_date]),
  products: [...usedProducts.keys()].map(product),
  households,
});
write('population', 'what is measured over all households', {
  households: measures.size,
  distributions: Object.fromEntries(names.map((name) => [name, distribution(name)])),
  // One entry for each percentile 0 to 100, so that an invented customer can be put at any place.
  quantiles: Object.fromEntries(names.map((name) => [name, Array.from({ length: 101 }, (_, percent) => quantile(name, percent / 100))])),
});

/** The rows of one table as objects; the tables quote a cell only where it holds a comma or a quote. */
function read(table) {
  const [head, ...lines] = readFileSync(join(folder, `${table}.csv`), 'utf8')
    .trimEnd()
    .split(/\r?\n/);
  const columns = cells(head);
  return lines.map((line) => Object.fromEntries(cells(line).map((cell, index) => [columns[index], cell])));
}

function cells(line) {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain);
}

function groupBy(rows, column) {
  const groups = new Map();
  for (const row of rows) {
    const group = groups.get(row[column]);
    if (group) group.push(row);
    else groups.set(row[column], [row]);
  }
  return groups;
}

function cents(text) {
  return Math.round(Number(text) * 100);
}

/** What the mocks predict of a household. Clicks, opens and opt-outs are not in the tables: invented, with a fixed seed. */
function measure(id, lines) {
  const random = randomOf(SEED ^ Number(id));
  const spend = lines.reduce((sum, line) => sum + cents(line.sales_value), 0) / 100;
  const discount = lines.reduce((sum, line) => sum + cents(line.retail_disc) + cents(line.coupon_disc) + cents(line.coupon_match_disc), 0) / 100;
  const visits = new Set(lines.map((line) => line.basket_id)).size;
  const newest = lines.reduce((latest, line) => (line.transaction_timestamp > latest ? line.transaction_timestamp : latest), '');
  const quietDays = Math.max(0, (LAST_DAY - Date.parse(`${newest.replace(' ', 'T')}Z`)) / 86_400_000);
  const alive = Math.exp(-quietDays / 120);
  const coupons = redeemed.get(id)?.length ?? 0;
  const open = clamp(0.12 + 0.5 * random() * random() + 0.03 * Math.min(coupons, 10));
  return {
    spend: round(spend, 2),
    predictedClv: round(spend * (1 + 2.5 * alive), 2),
    purchase: round(1 - Math.exp((-visits / 365) * 14 * alive), 4),
    discountScore: round(spend + discount > 0 ? 1 - clamp((1.6 * discount) / (spend + discount)) : 0.5, 4),
    open: round(open, 4),
    click: round(open * (0.15 + 0.5 * random()), 4),
    unsubscribe: round(0.002 + 0.06 * random() ** 3, 4),
  };
}

/** So that the document's own example holds: 15 % likely to click is the 55th percentile (B33). */
function scaleClicks() {
  const factor = 0.15 / quantile('click', 0.55);
  for (const one of measures.values()) one.click = round(clamp(one.click * factor), 4);
}

function sorted(name) {
  return [...measures.values()].map((one) => one[name]).sort((left, right) => left - right);
}

function quantile(name, share) {
  const values = sorted(name);
  return values[Math.min(Math.floor(share * values.length), values.length - 1)];
}

function distribution(name) {
  const values = sorted(name);
  const [min, max] = [values[0], values[values.length - 1]];
  const bins = Array(BINS).fill(0);
  for (const value of values) bins[Math.min(Math.floor(((value - min) / (max - min)) * BINS), BINS - 1)]++;
  return { min, max, bins };
}

function percentile(name, value) {
  const values = sorted(name);
  return round((100 * values.filter((other) => other < value).length) / values.length, 1);
}

function household(id, lines) {
  const baskets = [...groupBy(lines, 'basket_id').values()]
    .map(([first, ...rest]) => [
      first.basket_id,
      first.transaction_timestamp.replace(' ', 'T'),
      first.store_id,
      [first, ...rest].map((line) => [
        indexOfProduct(line.product_id),
        Number(line.quantity),
        cents(line.sales_value),
        cents(line.retail_disc),
        cents(line.coupon_disc) + cents(line.coupon_match_disc),
      ]),
    ])
    .sort(([, left], [, right]) => (left < right ? -1 : 1));
  const { household_id: _, ...people } = demographics.get(id) ?? {};
  const values = measures.get(id);
  return {
    id,
    demographics: Object.fromEntries(Object.entries(people).filter(([, value]) => value !== '')),
    campaigns: (targeted.get(id) ?? []).map((row) => row.campaign_id),
    redemptions: (redeemed.get(id) ?? []).map((row) => [row.redemption_date, row.campaign_id]),
    predicted: Object.fromEntries(names.map((name) => [name, [values[name], percentile(name, values[name])]])),
    baskets,
  };
}

function indexOfProduct(id) {
  if (!usedProducts.has(id)) usedProducts.set(id, usedProducts.size);
  return usedProducts.get(id);
}

/** A line may name a product the products table does not know: then only its id stays. */
function product(id) {
  const row = products.get(id);
  return row ? [id, row.product_type, row.department, row.product_category, row.brand, row.package_size] : [id];
}

/** The mulberry32 generator: small, and the same on every machine. */
function randomOf(seed) {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function clamp(value) {
  return Math.min(Math.max(value, 0), 1);
}

function round(value, digits) {
  return Number(value.toFixed(digits));
}

/** A module, not a `.json` file: every browser, bundler and Node loads it the same way. One record a line, for readable changes. */
function write(name, what, value) {
  const text = JSON.stringify(value).replace(
    /("(?:households|products|campaigns|distributions|quantiles)":[[{])|(?<=\}|\]),(?=\{"id"|\["\d+",")/g,
    (match) => `${match}\n`,
  );
  if (/[`\\]|\$\{/.test(text)) throw new Error('The text would need escaping.');
  const file = new URL(`./${name}.data.ts`, import.meta.url);
  writeFileSync(file, `// Written by build.mjs: ${what}. Origin and licence: README.md.\nexport const ${name}Json = \`${text}\`;\n`);
  console.log(`${name}.data.ts: ${Math.round(text.length / 1024)} KiB`);
}
