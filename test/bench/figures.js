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
    const range = values.length > 1 ? ` (${short(low)}–${short(high)})` : '';
    return [{ name, subject, value: `${short(median(values))} ${unit}${range}`, ratio, target: subject === 'ours' ? target : '' }];
  });
}

/** @param {readonly Row[]} rows */
export function toMarkdown(rows) {
  let before = '';
  const lines = rows.map(({ name, subject, value, ratio, target }) => {
    const shown = name === before ? '' : name;
    before = name;
    const bold = subject === 'ours' || subject.startsWith('ours ') ? '**' : '';
    return `| ${shown} | ${bold}${subject}${bold} | ${value} | ${ratio} | ${target} |`;
  });
  return ['| What | Who | Median (middle half) | Ratio | Target |', '|---|---|---|---|---|', ...lines].join('\n');
}
