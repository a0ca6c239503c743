import { expect } from '@open-wc/testing';
import '../../../src/define.js';
import { READERS } from '../../helpers/answers.js';
import { type Marked, markedAnswers, marksShown } from '../../helpers/canaries.js';
import { fixedNow } from '../../helpers/clock.js';
import { nextFrame, textOf } from '../../helpers/dom.js';
import { mount, settled } from '../../helpers/mount.js';

async function shown(width = 1100) {
  const customerSource = Object.fromEntries(READERS.map((name) => [name, async ({ id }: { id: string }) => markedAnswers(id as Marked)[name]]));
  const panel = await mount('c360-panel', { customerSource, customerId: 'alfaq', now: fixedNow, timeZone: 'UTC' }, { width });
  await settled(panel);
  return panel;
}

describe('a panel on a restless page', () => {
  it('keeps nothing of its customer once it has left the page, in any part (PR10, L8)', async () => {
    const panel = await shown();
    expect(textOf(panel)).to.contain('alfaqx Dana Rivers');
    panel.remove();
    await panel.updateComplete;
    expect([...marksShown(panel, { bareIds: false })]).to.deep.equal([]);
  });

  it('keeps nothing when the page around it is swapped for another (HP12)', async () => {
    const panel = await shown();
    panel.parentElement!.innerHTML = '';
    await panel.updateComplete;
    expect([...marksShown(panel, { bareIds: false })]).to.deep.equal([]);
  });

  it('is resized, hidden and shown in a storm without an error on the page, and fits at its end (HP16)', async () => {
    const panel = await shown();
    const container = panel.parentElement!;
    for (const width of [320, 1300, 400, 879, 881, 419, 421, 0, 700, 1100]) {
      container.style.width = `${width}px`;
      container.hidden = width === 0;
      await nextFrame();
    }
    container.style.width = '1000px';
    for (let frame = 0; frame < 4; frame++) await nextFrame();
    await settled(panel);
    expect(panel.matches(':state(wide)')).to.equal(true);
    expect(panel.scrollWidth).to.be.at.most(panel.clientWidth);
    expect(textOf(panel)).to.contain('alfaqx Dana Rivers');
  });
});
