import { SourceError } from '../model/source-error.js';

/** Checks answers against section 4. */
export type AnswerReader = typeof import('../rest/answer.js');

let reader: Promise<AnswerReader> | undefined;

/**
 * Loads what checks answers, a file of its own: asked for in the same tick as the first question, it comes while the answer is under
 * way, and the question leaves sooner for the bytes it does not have to wait for.
 *
 * @throws {SourceError} `unreachable`.
 */
export async function loadAnswerReader(): Promise<AnswerReader> {
  try {
    return await (reader ??= import('../rest/answer.js'));
  } catch {
    reader = undefined;
    throw new SourceError('unreachable');
  }
}
