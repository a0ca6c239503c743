// The table of seeded bugs in test/README.md.

const [START, END] = ['<!-- seeded bugs -->\n', '<!-- /seeded bugs -->'];

/** @param {string} text */
const cell = (text) => text.replaceAll('|', '\\|');

/** @param {readonly import('./bugs.js').Bug[]} bugs */
export function tableOf(bugs) {
  const rows = bugs.map(
    ({ harm, file, test, title }) => `| ${cell(harm)} | \`${file.replace(/^src\//, '')}\` | \`${test.replace(/^test\//, '')}\`: ${cell(title)} |\n`,
  );
  return `| What somebody would suffer | Where the mistake is made | Caught by |\n|---|---|---|\n${rows.join('')}`;
}

/** The table as it stands in the README; empty where it has none. @param {string} readme */
export function inReadme(readme) {
  return readme.split(START)[1]?.split(END)[0] ?? '';
}

/** The README with this table. @param {string} readme @param {string} table */
export function withTable(readme, table) {
  const [before, rest = ''] = readme.split(START);
  return `${before}${START}${table}${END}${rest.split(END)[1] ?? ''}`;
}
