import { expect } from '@open-wc/testing';
import { html } from '../../src/ui/html.js';
import { longText } from '../../src/ui/long-text.js';
import { draw, find } from '../helpers/draw.js';

const texts = { showMore: 'Show more' };
const template = (text: string) => html`<p>${longText(text, { texts, first: 100, draw: (words) => html`<b>${words}</b>` })}</p>`;

function show(text: string) {
  const { root, again } = draw(template(text));
  return { root, again: (other: string) => again(template(other)), words: () => find(root, 'b').textContent ?? '', more: () => root.querySelector('button') };
}

describe('a long text', () => {
  it('that is not too long is drawn as it is', () => {
    const { root, words } = show('x'.repeat(100));
    expect(words()).to.equal('x'.repeat(100));
    expect(find(root, 'p').children).to.have.length(1);
  });

  it('is cut, and shown to its last letter to whoever asks for more (V17)', () => {
    const text = `${'x'.repeat(45_000)}.`;
    const { words, more } = show(text);
    const lengths = [words().length];
    for (let button = more(); button; button = more()) {
      button.click();
      lengths.push(words().length);
    }
    expect(lengths).to.deep.equal([100, 20_100, 40_100, 45_001]);
    expect(words()).to.equal(text);
  });

  it('takes the focus when the button that showed the last of it is gone', () => {
    const { root, more } = show('x'.repeat(30_000));
    more()?.focus();
    more()?.click();
    expect(root.activeElement).to.equal(more());
    more()?.click();
    expect(root.activeElement).to.equal(find(root, 'span'));
  });

  it('begins anew when another takes its place, and stays as it is when the same is drawn again', () => {
    const first = 'x'.repeat(30_000);
    const { again, words, more } = show(first);
    more()?.click();
    again(first);
    expect(words()).to.have.length(20_100);
    again('y'.repeat(30_000));
    expect(words()).to.have.length(100);
  });
});
