import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { type Dialog, dialogStyles, renderDialog } from '../../src/ui/dialog.js';
import { axe } from '../helpers/axe.js';
import { nextFrame } from '../helpers/dom.js';
import { draw, find } from '../helpers/draw.js';
import { scaledPlace, scalings } from '../helpers/scaled.js';

const details: Omit<Dialog, 'open' | 'onClose'> = { heading: 'E-mail details', closeLabel: 'Close', content: html`<p>Your weekly offers</p>` };

/** A page with a button that opens the dialog, as an element would draw it. */
function page(into?: Element) {
  let open = false;
  const template = () => html`<button id="opener" @click=${() => set(true)}>Proof</button>${renderDialog({ ...details, open, onClose: () => set(false) })}`;
  const drawing = draw(template(), [dialogStyles], into);
  const set = (next: boolean) => {
    open = next;
    drawing.again(template());
  };
  return drawing;
}

describe('a dialog', () => {
  it('opens over everything, named, with the focus inside', async () => {
    const { host, root } = page();
    find(root, '#opener').focus();
    find(root, '#opener').click();
    await nextFrame();
    const dialog = find<HTMLDialogElement>(root, 'dialog');
    expect(dialog.matches(':modal')).to.equal(true);
    expect(dialog.contains(root.activeElement)).to.equal(true);
    expect(dialog.textContent).to.contain('Your weekly offers');
    await axe(host);
  });

  it('gives the focus back and leaves nothing of its content behind when closed', async () => {
    const { root } = page();
    find(root, '#opener').focus();
    find(root, '#opener').click();
    await nextFrame();
    const closed = new Promise((resolve) => find(root, 'dialog').addEventListener('close', resolve));
    find(root, '[aria-label=Close]').click();
    await closed;
    await nextFrame();
    expect(find<HTMLDialogElement>(root, 'dialog').open).to.equal(false);
    expect(root.activeElement).to.equal(find(root, '#opener'));
    expect(root.textContent).to.not.contain('Your weekly offers');
  });

  it('is no larger than the window where the page shows it larger, and scrolls within', async () => {
    const { root } = page(scaledPlace(scalings.find(({ name }) => name === 'zoom: 2')!));
    // More than any window is high.
    find(root, 'dialog').style.setProperty('line-height', '2000px');
    find(root, '#opener').click();
    await nextFrame();
    const dialog = find(root, 'dialog');
    // Safari tells boxes as if there were no zoom.
    const zoom = dialog.currentCSSZoom === undefined ? 2 : 1;
    const { top, left, bottom, right } = dialog.getBoundingClientRect();
    const { clientWidth, clientHeight } = document.documentElement;
    expect(Math.min(top, left)).to.be.at.least(0);
    expect(bottom * zoom).to.be.at.most(clientHeight);
    expect(right * zoom).to.be.at.most(clientWidth);
    expect(find(root, '.dialog-content').scrollHeight).to.be.at.least(2000);
  });

  it('closes when its owner says so', async () => {
    const { root, again } = draw(renderDialog({ ...details, open: true, onClose: () => {} }), [dialogStyles]);
    await nextFrame();
    expect(find<HTMLDialogElement>(root, 'dialog').open).to.equal(true);
    again(renderDialog({ ...details, open: false, onClose: () => {} }));
    await nextFrame();
    expect(find<HTMLDialogElement>(root, 'dialog').open).to.equal(false);
  });
});
