// The long form of kit/leaks.test.js: after the first half everything has been there once, so the second half must leave nothing.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { note } from '../config/figures.js';
import { MOST_PER_CYCLE, openLeaks } from '../leaks/browser.js';

describe('memory over many hours', () => {
  /** @type {Awaited<ReturnType<typeof openLeaks>>} */
  let page;
  before(async () => {
    page = await openLeaks();
  });
  after(async () => {
    await page?.close();
  });

  /**
   * Compares the second half of an act with its first.
   *
   * @param {string} name what the figures are called @param {number} count @param {string} act @param {readonly string[]} args
   */
  async function halves(name, count, act, ...args) {
    await page.act(act, ...args, count / 2);
    const first = await page.held();
    await page.act(act, ...args, count / 2);
    const second = await page.held();
    const perCycle = (second.heap - first.heap) / (count / 2);
    note(`${name} (${count})`, `${Math.round(perCycle)} bytes each, ${second.nodes - first.nodes} nodes, ${second.listeners - first.listeners} listeners more`);
    assert.ok(perCycle <= MOST_PER_CYCLE, `${perCycle} bytes more after each`);
    assert.ok(second.nodes <= first.nodes, `${second.nodes} nodes after ${first.nodes}`);
    assert.ok(second.listeners <= first.listeners, `${second.listeners} listeners after ${first.listeners}`);
    const residues = await page.residues();
    note(`${name}, customers of whom a text is left`, String(residues.length));
    return residues;
  }

  it('a thousand panels come and go', async () => {
    assert.deepEqual(await halves('Mounts of a panel', 1000, 'mounts', 'c360-panel'), []);
  });

  it('a thousand charts come and go', async () => {
    assert.deepEqual(await halves('Mounts of a chart', 1000, 'mounts', 'c360-impact-chart'), []);
  });

  it('two hundred customers follow each other in one panel', async () => {
    const residues = await halves('Customers in one panel', 200, 'switches');
    assert.deepEqual(residues, [2199]);
    await page.act('clear');
    assert.deepEqual(await page.residues(), []);
    assert.deepEqual(page.said, []);
  });
});
