// What is left in memory of a customer who is no longer shown, and of an element that has gone (PR10, L12): nothing. In short; the long
// form is nightly/leaks.test.js.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { MOST_PER_CYCLE, openLeaks } from '../leaks/browser.js';

describe('memory', () => {
  /** @type {Awaited<ReturnType<typeof openLeaks>>} */
  let page;
  before(async () => {
    page = await openLeaks();
  });
  after(async () => {
    await page?.close();
  });

  it('holds nothing of panels that came and went: nodes and listeners stay as many, and no text of any customer is left', async () => {
    await page.act('mounts', 'c360-panel', 12);
    const before = await page.held();
    await page.act('mounts', 'c360-panel', 18);
    const now = await page.held();
    assert.equal(now.nodes, before.nodes);
    assert.equal(now.listeners, before.listeners);
    assert.ok((now.heap - before.heap) / 18 <= MOST_PER_CYCLE, `${now.heap - before.heap} bytes more after 18 panels`);
    assert.deepEqual(await page.residues(), []);
  });

  it('holds only the customer who is shown, whoever was shown and read before', async () => {
    await page.act('switches', 10);
    const before = await page.held();
    await page.act('switches', 14);
    const now = await page.held();
    assert.ok(now.nodes <= before.nodes, `${now.nodes} nodes after ${before.nodes}`);
    assert.ok(now.listeners <= before.listeners, `${now.listeners} listeners after ${before.listeners}`);
    assert.ok((now.heap - before.heap) / 14 <= MOST_PER_CYCLE, `${now.heap - before.heap} bytes more after 14 customers`);
    assert.deepEqual(await page.residues(), [53]);
  });

  it('holds nothing of a customer who has left, in whatever way, of a panel that stays', async () => {
    await page.act('clear');
    /** @type {Record<number, string>} */
    const left = await page.act('leave');
    const residues = await page.residues();
    assert.deepEqual(
      residues.map((customer) => left[customer] ?? customer),
      [],
    );
  });

  it('would be found out: a kept answer is among what the search finds', async () => {
    const customer = await page.act('keep');
    assert.deepEqual(await page.residues(), [customer]);
    assert.deepEqual(page.said, []);
  });
});
