import { expect } from '@open-wc/testing';
import { html, nothing } from 'lit';
import { tooltip, tooltipOf, tooltipStyles } from '../../src/ui/tooltip.js';
import { axe } from '../helpers/axe.js';
import { draw, find } from '../helpers/draw.js';
import { scaledPlace, scalings } from '../helpers/scaled.js';
import { holdTimers } from '../helpers/timers.js';

const template = (content: string) => html`<p id="hint">Hint</p><button ${tooltip(content)}>2 hr. ago</button><button class="other">Other</button>`;
const exact = 'Friday, November 20, 2026';

function open(root: ShadowRoot): HTMLElement | null {
  return root.querySelector(':popover-open');
}

describe('a tooltip', () => {
  it('shows on hover, above everything, and describes what it belongs to', async () => {
    const { host, root } = draw(template(exact), [tooltipStyles]);
    const button = find(root, 'button');
    button.dispatchEvent(new PointerEvent('pointerenter'));
    expect(open(root)?.textContent).to.equal(exact);
    expect(open(root)?.role).to.equal('tooltip');
    expect(button.getAttribute('aria-describedby')).to.equal(open(root)?.id);
    await axe(host);
  });

  it('shows on focus by keyboard and goes with it (A4)', () => {
    const { root } = draw(template(exact), [tooltipStyles]);
    find(root, 'button').focus();
    expect(open(root)?.textContent).to.equal(exact);
    find(root, '.other').focus();
    expect(open(root)).to.equal(null);
    expect(find(root, 'button').hasAttribute('aria-describedby')).to.equal(false);
  });

  it('stays while the pointer is on it and leaves after the pointer left both (A4)', () => {
    const timers = holdTimers();
    const { root } = draw(template(exact), [tooltipStyles]);
    const button = find(root, 'button');
    button.dispatchEvent(new PointerEvent('pointerenter'));
    button.dispatchEvent(new PointerEvent('pointerleave'));
    open(root)?.dispatchEvent(new PointerEvent('pointerenter'));
    timers.run();
    expect(open(root)?.textContent).to.equal(exact);
    open(root)?.dispatchEvent(new PointerEvent('pointerleave'));
    timers.run();
    expect(open(root)).to.equal(null);
  });

  it('closes on Escape without moving the focus (A4)', () => {
    const { root } = draw(template(exact), [tooltipStyles]);
    find(root, 'button').focus();
    find(root, 'button').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
    expect(open(root)).to.equal(null);
    expect(root.activeElement).to.equal(find(root, 'button'));
  });

  it('keeps other descriptions of its element', () => {
    const { root } = draw(html`<p id="hint">Hint</p><button aria-describedby="hint" ${tooltip(exact)}>2 hr. ago</button>`, [tooltipStyles]);
    const button = find(root, 'button');
    button.focus();
    expect(button.getAttribute('aria-describedby')).to.match(/^hint \S+$/);
    button.blur();
    expect(button.getAttribute('aria-describedby')).to.equal('hint');
  });

  it('follows its content, and goes when there is none', () => {
    const { root, again } = draw(template('one'), [tooltipStyles]);
    find(root, 'button').focus();
    again(template('two'));
    expect(open(root)?.textContent).to.equal('two');
    again(template(''));
    expect(open(root)).to.equal(null);
  });

  it('leaves nothing of a customer behind: neither when it closes nor when its element goes', () => {
    const { root, again } = draw(template('Ada Lovelace'), [tooltipStyles]);
    find(root, 'button').focus();
    find(root, 'button').blur();
    expect(root.textContent).to.not.contain('Ada');
    find(root, 'button').focus();
    again(nothing);
    expect(root.textContent).to.not.contain('Ada');
    expect(open(root)).to.equal(null);
  });

  it('works again after everything around it was replaced', () => {
    const { root, again } = draw(template('one'), [tooltipStyles]);
    find(root, 'button').focus();
    again(html`<section>Something else</section>`);
    again(template('two'));
    find(root, 'button').focus();
    expect(open(root)?.textContent).to.equal('two');
  });

  it('lies inside the window wherever its place is', () => {
    const { root } = draw(html`<p>Chart</p>`, [tooltipStyles]);
    const { clientWidth, clientHeight } = document.documentElement;
    for (const [x, y] of [
      [0, 0],
      [clientWidth, 0],
      [clientWidth / 2, clientHeight / 2],
      [0, clientHeight],
      [clientWidth, clientHeight],
    ] as const) {
      tooltipOf(find(root, 'p')).show({ getBoundingClientRect: () => new DOMRect(x, y, 0, 0) }, 'Wednesday 18 November: 4 site activities');
      const box = open(root)!.getBoundingClientRect();
      expect(box.left, `left at ${x}/${y}`).to.be.at.least(0);
      expect(box.right, `right at ${x}/${y}`).to.be.at.most(clientWidth);
      expect(box.top, `top at ${x}/${y}`).to.be.at.least(0);
      expect(box.bottom, `bottom at ${x}/${y}`).to.be.at.most(clientHeight);
    }
    tooltipOf(find(root, 'p')).hide();
  });

  for (const scaling of scalings) {
    it(`stands above what it belongs to where the page shows it by ${scaling.name}`, () => {
      const { root } = draw(html`<button style="margin: 200px" ${tooltip(exact)}>2 hr. ago</button>`, [tooltipStyles], scaledPlace(scaling));
      find(root, 'button').focus();
      const [box, button] = [open(root)!, find(root, 'button')].map((each) => each.getBoundingClientRect());
      expect((box!.left + box!.right) / 2).to.be.closeTo((button!.left + button!.right) / 2, 1);
      expect(button!.top - box!.bottom).to.be.closeTo(6, 1);
    });
  }

  it('can be hovered inside an open dialog, where everything else is inert', () => {
    const { root } = draw(html`<dialog aria-label="Details"><button ${tooltip(exact)}>2 hr. ago</button></dialog>`, [tooltipStyles]);
    find<HTMLDialogElement>(root, 'dialog').showModal();
    find(root, 'button').dispatchEvent(new PointerEvent('pointerenter'));
    expect(find(root, 'dialog').contains(open(root))).to.equal(true);
  });

  it('shows markup from the data as text (X13)', () => {
    const { root } = draw(template('<img src=x onerror=alert(1)>'), [tooltipStyles]);
    find(root, 'button').focus();
    expect(open(root)?.textContent).to.equal('<img src=x onerror=alert(1)>');
    expect(root.querySelector('img')).to.equal(null);
  });
});
