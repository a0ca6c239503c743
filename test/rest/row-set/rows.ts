import { type AskPage, type RowSet, readRows } from '../../../src/rest/row-set/read-rows.js';
import type { Aliases } from '../../../src/rest/row-set/row.js';

/** Reads answers that come one after the other; says what was asked and how long was waited. */
export function createReading(answers: readonly unknown[], aliases: Aliases = new Map()) {
  const asked: Readonly<Record<string, string>>[] = [];
  const waits: number[] = [];
  const ask: AskPage = async (parameters) => {
    asked.push(parameters);
    return answers[Math.min(asked.length, answers.length) - 1];
  };
  const read = (): Promise<RowSet> => readRows(ask, { aliases, wait: async (milliseconds) => void waits.push(milliseconds) });
  return { read, asked, waits };
}

/** All rows of one answer. */
export function rowsOf(answer: unknown, aliases?: Aliases): Promise<RowSet> {
  return createReading([answer], aliases).read();
}
