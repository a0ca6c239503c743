import { expect } from '@open-wc/testing';
import type { Instant } from '../../src/model/day.js';
import { tooltipStyles } from '../../src/ui/tooltip.js';
import { renderMoment, renderNoValue } from '../../src/ui/value.js';
import { axe } from '../helpers/axe.js';
import { draw, find } from '../helpers/draw.js';

const style = { language: 'de', timeZone: 'Europe/Berlin', unknown: 'Datum unbekannt' };
const now = new Date('2026-11-22T10:00:00Z');

describe('a moment on screen', () => {
  it('is relative to now, and exact on focus', async () => {
    const { host, root } = draw(renderMoment(Date.parse('2026-11-22T08:00:00Z') as Instant, now, style), [tooltipStyles]);
    const time = find<HTMLTimeElement>(root, 'time');
    expect(time.textContent?.replace(/\s/g, ' ')).to.equal('vor 2 Std.');
    expect(time.dateTime).to.equal('2026-11-22T08:00:00.000Z');
    time.focus();
    expect(find(root, ':popover-open').textContent).to.contain('22. November 2026').and.contain('09:00:00');
    await axe(host);
  });

  it('that cannot be read says so', () => {
    for (const bad of [null, undefined, Number.NaN, 9e15]) {
      const { root } = draw(renderMoment(bad as Instant, now, style), [tooltipStyles]);
      expect(root.textContent).to.equal('Datum unbekannt');
    }
  });
});

describe('a value that is not there', () => {
  it('is a dash to see and words to hear (PS4)', async () => {
    const { host, root } = draw(renderNoValue({ noValue: 'No value' }));
    expect(find(root, '[aria-hidden=true]').textContent).to.equal('—');
    expect(find(root, '.visually-hidden').textContent).to.equal('No value');
    await axe(host);
  });
});
