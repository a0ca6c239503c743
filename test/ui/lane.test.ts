import { expect } from '@open-wc/testing';
import { css, html } from 'lit';
import { LANES } from '../../src/model/activity.js';
import { laneStyles, renderLaneMark } from '../../src/ui/lane.js';
import { draw, find } from '../helpers/draw.js';

describe('marks of the lanes', () => {
  const marks = () =>
    LANES.map((lane) => {
      const { root } = draw(renderLaneMark(lane), [laneStyles]);
      const { clipPath, borderTopWidth, borderTopColor, backgroundColor, color } = getComputedStyle(find(root, '.mark'));
      return { clipPath, borderTopWidth, borderTopColor, backgroundColor, color, text: root.textContent };
    });

  it('are told apart by shape alone (A1)', () => {
    const shapes = marks().map(({ clipPath }) => clipPath);
    expect(shapes).not.to.include('none');
    expect(new Set(shapes).size).to.equal(LANES.length);
  });

  it('are drawn by an edge in the text colour, which paper and forced colours keep, and by no background, which they take away (A12)', () => {
    for (const { borderTopWidth, borderTopColor, backgroundColor, color } of marks()) {
      expect([borderTopWidth, borderTopColor, backgroundColor]).to.deep.equal(['14px', color, 'rgba(0, 0, 0, 0)']);
    }
  });

  it('leave it to the text beside them to say what they stand for', () => {
    expect(marks().map(({ text }) => text)).to.deep.equal(LANES.map(() => ''));
  });

  it('take as much room as they are drawn in', () => {
    const { root } = draw(html`<div class="row">${renderLaneMark('site')}</div>`, [laneStyles, css`.row { display: inline-grid; }`]);
    const [mark, room] = [find(root, '.mark'), find(root, '.row')].map((element) => element.getBoundingClientRect());
    for (const side of ['left', 'top', 'right', 'bottom'] as const) expect(mark![side]).to.be.closeTo(room![side], 0.1);
    expect(mark!.width).to.be.closeTo(14, 0.1);
  });
});
