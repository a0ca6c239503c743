// Medians with their spread, ratios, and the table they end in.

/** @typedef {import('./browser.js').Figures} Figures */

/** @param {readonly number[]} values @param {number} share */
function quantile(values, share) {
  const ordered = values.toSorted((left, right) => left - right);
  const at = (ordered.length - 1) * share;
  const [low = Number.NaN, high = Number.NaN] = [ordered[Math.floor(at)], ordered[Math.ceil(at)]];
  return low + (high - low) * (at - Math.floor(at));
}

/** @param {readonly number[]} values */
export const median = (values) => quantile(values, 0.5);

/** @param {readonly number[]} values the middle half of them */
const spread = (values) => /** @type {const} */ ([quantile(values, 0.25), quantile(values, 0.75)]);

/** @param {number} value */
export const short = (value) => (Number.isNaN(value) ? '–' : value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2));

/**
 * Runs the subjects in turn, round after round, so that a busy moment of the machine meets them all.
 *
 * @param {number} rounds
 * @param {readonly (readonly [string, () => Promise<Figures>])[]} subjects
 * @param {{often?: number}} [options] so many times as often run the two a target compares, ours and the first: one slow run in five
 *   would move their ratio by more than what is at stake
 * @returns {Promise<Map<string, Record<string, number[]>>>} values of each figure by subject
 */
export async function inTurn(rounds, subjects, { often = 1 } = {}) {
  /** @type {Map<string, Record<string, number[]>>} */
  const all = new Map(subjects.map(([name]) => [name, {}]));
  for (let round = 0; round < rounds * often; round++) {
    for (const [index, [name, run]] of subjects.entries()) {
      if (round % often !== 0 && index > 0 && name !== 'ours') continue;
      const held = all.get(name);
      for (const [figure, value] of Object.entries(await run())) if (held) (held[figure] ??= []).push(value);
    }
  }
  return all;
}

/**
 * @typedef {object} Row
 * @property {string} name what is measured
 * @property {string} subject
 * @property {string} value median and middle half
 * @property {string} ratio to the first subject
 * @property {string} target
 */

/**
 * One line for each subject: its median, the middle half of the runs, and how often the first subject fits into it.
 *
 * @param {string} name
 * @param {Map<string, Record<string, number[]>>} measured
 * @param {string} figure
 * @param {{unit?: string, target?: string}} [options] the target is for ours
 * @returns {Row[]}
 */
export function rowsOf(name, measured, figure, { unit = 'ms', target = '' } = {}) {
  const base = median([...measured.values()][0]?.[figure] ?? []);
  return [...measured].flatMap(([subject, figures]) => {
    const values = figures[figure];
    if (!values) return [];
    const [low, high] = spread(values);
    const ratio = unit === 'ms' && base > 0 ? short(median(values) / base) : '';
    // What has no unit is counted, and mostly the same in every run.
    const [middle, from, to] = [median(values), low, high].map(unit ? short : (value) => String(Number(value.toFixed(2))));
    const range = from === to ? '' : ` (${from}–${to})`;
    return [{ name, subject, value: `${middle}${unit && ` ${unit}`}${range}`, ratio, target: subject === 'ours' ? target : '' }];
  });
}

/**
 * One line for each thing measured: ours, what is aimed at, and beside it everybody else. What a ratio compares with has 1.00.
 *
 * @param {readonly Row[]} rows
 */
export function toMarkdown(rows) {
  /** @type {Map<string, Row[]>} */
  const groups = new Map();
  for (const row of rows) groups.set(row.name, [...(groups.get(row.name) ?? []), row]);
  /** @param {Row} row */
  const isOurs = ({ subject }) => /^ours\b/.test(subject);
  /** @param {readonly Row[]} cells */
  const cell = (cells) =>
    cells
      .map((row) => {
        const figures = [row.value, ...(row.ratio ? [`**${row.ratio}**`] : [])].join(' · ');
        const subject = row.subject.replace(/^ours\b[ ,]*/, '');
        return subject ? `${subject}: ${figures}` : figures;
      })
      .join('<br>');
  const lines = [...groups].map(([name, cells]) => {
    const target = cells.map((row) => row.target).find(Boolean) ?? '';
    return `| ${name} | ${cell(cells.filter(isOurs))} | ${target} | ${cell(cells.filter((row) => !isOurs(row)))} |`;
  });
  return ['| What | Ours: median (middle half) · **ratio** | Target | Others |', '|---|---|---|---|', ...lines].join('\n');
}
