import { expect } from '@open-wc/testing';
import '../../../src/define.js';
import { fixedNow } from '../../helpers/clock.js';
import { deferred } from '../../helpers/deferred.js';
import { allParts, composedElements, nextFrame, part, textOf } from '../../helpers/dom.js';
import { expectConsole } from '../../helpers/guard.js';
import { mount, settled } from '../../helpers/mount.js';

const SECTIONS = ['c360-profile', 'c360-impact-chart', 'c360-timeline', 'c360-campaigns', 'c360-predictions'] as const;
const READERS = ['profile', 'metrics', 'impact', 'activity', 'events', 'campaigns', 'predictions'] as const;
const common = { customerId: 'ada', now: fixedNow, timeZone: 'UTC' } as const;

/** A source whose readers all do the same. */
const doing = (answer: (name: string) => Promise<unknown>) => Object.fromEntries(READERS.map((name) => [name, () => answer(name)]));
const failing = doing(async () => {
  throw { status: 503 };
});

/** How often these words stand on screen, beside what is spoken. */
const written = (element: Element, words: string) =>
  composedElements(element).filter(
    (found) => found.role !== 'status' && [...found.childNodes].some((node) => node instanceof Text && node.data.includes(words)),
  ).length;

const button = (element: Element) => element.shadowRoot!.querySelector<HTMLElement>('.banner button')!;

describe('what keeps every section of a panel from loading', () => {
  it('is told once where the set-up is wrong: what, whom to tell and where to read, without a button that cannot help', async () => {
    // What is wrong was said in the console once for the page, by whichever test came first.
    expectConsole('base-url is missing');
    const element = await mount('c360-panel', common, { width: 1100 });
    await settled(element);
    for (const words of ['The address of the backend is missing or invalid', 'Tell whoever set up this page.', 'README.md#troubleshooting'])
      expect(written(element, words), words).to.equal(1);
    expect(textOf(part(element, 'status'))).to.contain('The address of the backend is missing or invalid');
    expect(written(element, 'Nothing could be loaded')).to.equal(5);
    expect(allParts(element, 'retry')).to.deep.equal([]);
  });

  it('is told once where the set-up keeps only some of them from loading', async () => {
    expectConsole('time-frame cannot be used');
    const customerSource = doing(async () => {
      throw { status: 404 };
    });
    const element = await mount('c360-panel', { ...common, customerSource, sections: 'campaigns impact predictions', timeFrame: 'lately' }, { width: 1100 });
    await settled(element);
    // The control of the time frame says it of itself.
    expect(written(element, 'Invalid time frame')).to.equal(2);
    expect(written(part(element, 'status'), 'Invalid time frame')).to.equal(1);
    expect(written(element, 'Nothing could be loaded')).to.equal(2);
    expect(written(element, 'Nothing recorded yet')).to.equal(1);
  });

  it('is told once with one button where the backend fails', async () => {
    const element = await mount('c360-panel', { ...common, customerSource: failing }, { width: 1100 });
    await settled(element);
    expect(written(element, 'The server has a problem')).to.equal(1);
    expect(allParts(element, 'retry')).to.deep.equal([button(element)]);
    expect(textOf(element)).not.to.contain('README');
  });

  it('is told by each section where the reasons differ', async () => {
    const customerSource = doing(async (name) => {
      throw { status: name === 'predictions' ? 403 : 503 };
    });
    const element = await mount('c360-panel', { ...common, customerSource }, { width: 1100 });
    await settled(element);
    expect(textOf(part(element, 'status'))).to.equal('Nothing could be loaded');
    expect(written(element, 'The server has a problem')).to.be.greaterThan(3);
    expect(written(element, 'No permission')).to.equal(1);
  });

  it('is tried again by one button, and the focus waits at the first heading, since the button goes (A8)', async () => {
    const held = deferred<undefined>();
    let mends = false;
    const customerSource = doing(async () => {
      if (!mends) throw { status: 503 };
      await held.promise;
      throw { status: 404 };
    });
    const element = await mount('c360-panel', { ...common, customerSource, sections: 'timeline campaigns' }, { width: 1100 });
    await settled(element);
    button(element).focus();
    mends = true;
    button(element).click();
    await nextFrame();
    expect(button(element)).to.equal(null);
    const { activeElement } = element.shadowRoot!;
    expect(activeElement?.localName).to.equal('c360-timeline');
    expect(activeElement?.shadowRoot?.activeElement?.id).to.equal('heading');
    held.resolve(undefined);
    await settled(element);
    expect(element.shadowRoot!.activeElement).to.equal(activeElement);
    expect(textOf(element)).to.contain('Nothing recorded yet').and.not.to.contain('could be loaded');
  });

  it('is not told of another customer', async () => {
    const customerSource = Object.fromEntries(
      READERS.map((name) => [
        name,
        async ({ id }: { id: string }) => {
          throw { status: id === 'ada' ? 503 : 404 };
        },
      ]),
    );
    const element = await mount('c360-panel', { ...common, customerSource, sections: 'campaigns predictions' }, { width: 1100 });
    await settled(element);
    expect(written(element, 'The server has a problem')).to.equal(1);
    element.customerId = 'bob';
    await nextFrame();
    expect(textOf(element)).not.to.contain('The server has a problem');
    await settled(element);
    expect(textOf(element)).to.contain('Nothing recorded yet').and.not.to.contain('could be loaded');
  });

  it('is nobody’s failure while nobody is chosen: the header says so, and the sections need not', async () => {
    const element = await mount('c360-panel', { ...common, customerId: '', customerSource: failing }, { width: 1100 });
    await settled(element);
    expect(written(element, 'No customer chosen')).to.equal(1);
  });
});

describe('what keeps every section of a provider from loading', () => {
  it('is told by the first of them, with its button, and the others refer to nothing else', async () => {
    const provider = await mount('c360-provider', { ...common, customerSource: failing });
    provider.append(...SECTIONS.map((tag) => document.createElement(tag)));
    await settled(provider);
    expect(written(provider, 'The server has a problem')).to.equal(1);
    expect(textOf(provider.querySelector('c360-profile')!)).to.contain('The server has a problem');
    expect(written(provider, 'Nothing could be loaded')).to.equal(4);
    expect(allParts(provider, 'retry')).to.have.length(1);
  });

  it('is told by a section that stands alone', async () => {
    const element = await mount('c360-campaigns', { ...common, customerSource: failing, timeFrame: 'lately' });
    await settled(element);
    expect(written(element, 'Invalid time frame')).to.equal(1);
    expect(textOf(element)).to.contain('README.md#troubleshooting');
  });
});
