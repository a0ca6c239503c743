import { expect } from '@open-wc/testing';
import { html } from '../../src/ui/html.js';
import { draw, find } from '../helpers/draw.js';

const long = 'x'.repeat(1_000_000);
const most = 1000;

describe('a text of a megabyte in a template', () => {
  it('is cut where a person reads or hears it (V17)', () => {
    const { root } = draw(html`<p class="a" title=${long} aria-label="Name: ${long}">Name: ${long} <b>${long}</b></p>`);
    const paragraph = find(root, 'p');
    expect(paragraph.textContent)
      .to.have.length('Name: '.length + most + ' '.length + most)
      .and.to.contain('…');
    expect(paragraph.title).to.have.length(most);
    expect(paragraph.ariaLabel).to.have.length('Name: '.length + most);
  });

  it('stays whole where a program reads it, so that no id becomes another', () => {
    const id = (last: string) => `${long}${last}`;
    const { root } = draw(
      html`<select class="a" id=${id('1')} data-key="key-${id('2')}"><option value=${id('3')} .label=${id('4')}>${id('5')}</option></select>`,
    );
    const select = find<HTMLSelectElement>(root, 'select');
    expect(select.id).to.equal(id('1'));
    expect(select.dataset['key']).to.equal(`key-${id('2')}`);
    expect(select.value).to.equal(id('3'));
    expect(select.options[0]?.label).to.equal(id('4'));
    expect(select.options[0]?.textContent).to.have.length(most);
  });

  it('is no text of ours: a thousand letters are shown as they are', () => {
    const { root } = draw(html`<p aria-label=${long.slice(0, most)}>${long.slice(0, most)}</p>`);
    expect(find(root, 'p').textContent).to.equal('x'.repeat(most));
    expect(find(root, 'p').ariaLabel).to.equal('x'.repeat(most));
  });
});
