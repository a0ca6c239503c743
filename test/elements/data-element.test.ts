import { expect, oneEvent } from '@open-wc/testing';
import '../../src/define.js';
import { configure } from '../../src/index.js';
import type { CustomerQuery, CustomerSource, ReadOptions } from '../../src/model/customer-source.js';
import type { Decimal } from '../../src/model/money.js';
import type { Predictions } from '../../src/model/prediction.js';
import type { Answer } from '../../src/model/resource.js';
import { NotEnabled, NothingThere, SourceError } from '../../src/model/source-error.js';
import { registerSource } from '../../src/sources/registry.js';
import { deferred } from '../helpers/deferred.js';
import { composedElements, nextFrame, part, textOf } from '../helpers/dom.js';
import { expectConsole } from '../helpers/guard.js';
import { mount } from '../helpers/mount.js';

type Read = (query: CustomerQuery, options: ReadOptions) => Promise<Answer<Predictions>>;

function worth(amount: string): Answer<Predictions> {
  return { value: { predictedClv: { status: 'available', value: { amount: amount as Decimal } }, likelihoods: [] }, meta: {}, leftOut: 0 };
}

let sources = 0;

/** A section that asks the given function; counts what was asked. */
function reading(read: Read): { source: string; asked: CustomerQuery[]; signals: AbortSignal[] } {
  const asked: CustomerQuery[] = [];
  const signals: AbortSignal[] = [];
  const predictions: Read = (query, options) => {
    asked.push(query);
    signals.push(options.signal);
    return read(query, options);
  };
  const source = `test-${++sources}`;
  registerSource(source, () => ({ predictions }) satisfies CustomerSource);
  return { source, asked, signals };
}

async function loaded(element: HTMLElement): Promise<CustomEvent> {
  return oneEvent(element, 'c360-load');
}

describe('a section', () => {
  it('never shows one customer under the id of another, even when the network ignores abort (L1, L3)', async () => {
    const [ada, grace] = [deferred<Answer<Predictions>>(), deferred<Answer<Predictions>>()];
    const { source } = reading(({ id }) => (id === 'ada' ? ada.promise : grace.promise));
    const element = await mount('c360-predictions', { source, customerId: 'ada' });
    element.customerId = 'grace';
    await nextFrame();
    ada.resolve(worth('111'));
    await nextFrame();
    await element.updateComplete;
    expect(textOf(element)).not.to.contain('111');
    // Nor is it an error that a question was given up.
    expect(element.matches(':state(loading)')).to.equal(true);
    grace.resolve(worth('222'));
    const { detail } = await loaded(element);
    expect(detail).to.deep.equal({ section: 'predictions', customerId: 'grace', status: 'ready' });
    expect(textOf(element)).to.contain('222');
  });

  it('blanks the old customer within the next frame (L4)', async () => {
    const { source } = reading(({ id }) => (id === 'ada' ? Promise.resolve(worth('111')) : new Promise(() => {})));
    const element = await mount('c360-predictions', { source, customerId: 'ada' });
    await loaded(element);
    expect(textOf(element)).to.contain('111');
    element.customerId = 'grace';
    await nextFrame();
    expect(textOf(element)).not.to.contain('111');
    expect(element.matches(':state(loading)')).to.equal(true);
  });

  it('draws what came once', async () => {
    let looks = 0;
    const answer = worth('1');
    const value = {
      ...answer.value,
      get likelihoods() {
        looks++;
        return [];
      },
    };
    const { source } = reading(async () => ({ ...answer, value }));
    const element = await mount('c360-predictions', { source, customerId: 'ada' });
    await loaded(element);
    // The code that draws is there now.
    looks = 0;
    element.customerId = 'grace';
    await loaded(element);
    await nextFrame();
    const looksAtAnswer = looks;
    element.requestUpdate();
    await element.updateComplete;
    const looksOfOneDrawing = looks - looksAtAnswer;
    expect(looksOfOneDrawing).to.be.above(0);
    // Before it is drawn it is asked whether there is anything.
    expect(looksAtAnswer).to.equal(1 + looksOfOneDrawing);
  });

  it('asks nothing anew when the same customer is set again (L7)', async () => {
    const { source, asked } = reading(async () => worth('1'));
    const element = await mount('c360-predictions', { source, customerId: 'ada' });
    await loaded(element);
    element.customerId = 'ada';
    await element.updateComplete;
    expect(asked).to.have.length(1);
  });

  it('aborts when it leaves the page, forgets, and loads again on return (L8, L9)', async () => {
    const held = deferred<Answer<Predictions>>();
    const { source, asked, signals } = reading(() => (signals.length === 1 ? held.promise : Promise.resolve(worth('7'))));
    const element = await mount('c360-predictions', { source, customerId: 'ada' });
    const parent = element.parentElement!;
    element.remove();
    await nextFrame();
    expect(signals[0]!.aborted).to.equal(true);
    held.resolve(worth('6'));
    await nextFrame();
    expect(element.shadowRoot!.textContent).not.to.contain('6');
    parent.append(element);
    await loaded(element);
    expect(asked).to.have.length(2);
    expect(textOf(element)).to.contain('7');
  });

  it('keeps what it shows and marks it when a refresh fails (L20)', async () => {
    let fails = false;
    const { source } = reading(async () => {
      if (fails) throw new SourceError('server', { status: 503 });
      return worth('5');
    });
    const element = await mount('c360-predictions', { source, customerId: 'ada', now: () => new Date('2017-12-31T12:02:00Z'), timeZone: 'UTC' });
    await loaded(element);
    fails = true;
    element.refresh();
    const { detail } = await oneEvent(element, 'c360-error');
    expect(detail).to.include({ kind: 'server', status: 503, retryable: true });
    expect(textOf(element)).to.contain('5').and.to.contain('Not updated since 12:02');
    expect(element.matches(':state(stale)')).to.equal(true);
    fails = false;
    element.refresh();
    await loaded(element);
    expect(element.matches(':state(ready)')).to.equal(true);
  });

  for (const kind of ['forbidden', 'unauthorized', 'gone'] as const) {
    it(`lets go of its data when the backend answers ${kind} (H5)`, async () => {
      let fails = false;
      const { source } = reading(async () => {
        if (fails) throw new SourceError(kind);
        return worth('555');
      });
      const element = await mount('c360-predictions', { source, customerId: 'ada' });
      await loaded(element);
      fails = true;
      element.refresh();
      await oneEvent(element, 'c360-error');
      expect(textOf(element)).not.to.contain('555');
      expect(element.matches(':state(error)')).to.equal(true);
    });
  }

  it('hides without a word when the resource is not licensed', async () => {
    const { source } = reading(async () => {
      throw new NotEnabled();
    });
    const element = await mount('c360-predictions', { source, customerId: 'ada' });
    if (!element.matches(':state(hidden)')) await loaded(element);
    expect(getComputedStyle(element).display).to.equal('none');
    expect(textOf(element)).to.equal('');
  });

  it('says that nothing is there when the backend has nothing', async () => {
    const { source } = reading(async () => {
      throw new NothingThere();
    });
    const element = await mount('c360-predictions', { source, customerId: 'ada' });
    await nextFrame();
    expect(textOf(element)).to.contain('Nothing recorded yet');
  });

  it('refuses a customer id that is a number, because it may have lost digits, and asks nothing (V2)', async () => {
    expectConsole('customer-id must be text');
    const { source, asked } = reading(async () => worth('1'));
    const element = await mount('c360-predictions', { source, customerId: Number('9223372036854775807') as never });
    await nextFrame();
    expect(textOf(element)).to.contain('Invalid customer id');
    expect(asked).to.have.length(0);
  });

  it('shows an error card and nothing of the value when drawing it throws (L17)', async () => {
    const { source } = reading(
      async () =>
        ({
          value: {
            get predictedClv(): never {
              throw new Error('broken');
            },
            likelihoods: [],
          },
          meta: {},
          leftOut: 0,
        }) as never,
    );
    const element = await mount('c360-predictions', { source, customerId: 'ada' });
    await nextFrame();
    await element.updateComplete;
    expect(textOf(element)).to.contain("This section can't be shown");
  });

  it('shows the error card in place of the customer before, and the next customer after that, when drawing one throws (L17)', async () => {
    const broken = { value: { likelihoods: [], predictedClv: { status: 'available', value: { amount: { toString: 1, valueOf: 1 } } } }, meta: {}, leftOut: 0 };
    const { source } = reading(async ({ id }) => (id === 'grace' ? (broken as never) : worth(id === 'ada' ? '111' : '333')));
    const element = await mount('c360-predictions', { source, customerId: 'ada' });
    await loaded(element);
    expect(textOf(element)).to.contain('111');

    element.customerId = 'grace';
    expect((await oneEvent(element, 'c360-error')).detail).to.include({ kind: 'render', customerId: 'grace' });
    expect(textOf(element)).to.contain("This section can't be shown").and.not.to.contain('111');
    expect(textOf(part(element, 'error'))).not.to.equal('');

    element.customerId = 'alan';
    await loaded(element);
    expect(textOf(element)).to.contain('333').and.not.to.contain("can't be shown");
  });

  it('throws away all that is in its tree when drawing fails, also what a tool of the page has put elsewhere in it (F8, L17)', async () => {
    let amount = '111';
    const { source } = reading(async () => worth(amount));
    const element = await mount('c360-predictions', { source, customerId: 'ada' });
    await loaded(element);
    const root = element.shadowRoot!;
    const shown = composedElements(element).findLast((found) => found.textContent?.includes('111'))!;
    // As translators and readers do it: the text stands elsewhere now, and the places of the template are lost.
    const walker = document.createTreeWalker(shown.parentElement!, NodeFilter.SHOW_COMMENT);
    const comments: Node[] = [];
    while (walker.nextNode()) comments.push(walker.currentNode);
    for (const comment of comments) (comment as Comment).remove();
    root.append(shown);

    amount = '222';
    element.refresh();
    expect((await oneEvent(element, 'c360-error')).detail.kind).to.equal('render');
    expect(textOf(element)).to.contain("This section can't be shown").and.not.to.contain('111');
    element.refresh();
    await loaded(element);
    expect(textOf(element)).to.contain('222').and.not.to.contain('111');
  });

  it('asks once for the same question of two elements, and shows both the answer (L11)', async () => {
    const { source, asked } = reading(async () => worth('9'));
    const box = document.createElement('div');
    const [first, second] = [document.createElement('c360-predictions'), document.createElement('c360-predictions')];
    for (const element of [first, second]) Object.assign(element, { source, customerId: 'ada' });
    box.append(first, second);
    const both = Promise.all([loaded(first), loaded(second)]);
    document.body.append(box);
    await both;
    expect(asked).to.have.length(1);
    expect([textOf(first), textOf(second)].filter((text) => text.includes('9'))).to.have.length(2);
    box.remove();
  });

  it('goes on waiting for a shared answer when one of two elements leaves (L11)', async () => {
    const held = deferred<Answer<Predictions>>();
    const { source, signals } = reading(() => held.promise);
    const first = await mount('c360-predictions', { source, customerId: 'ada' });
    const second = await mount('c360-predictions', { source, customerId: 'ada' });
    first.remove();
    expect(signals).to.have.length(1);
    expect(signals[0]!.aborted).to.equal(false);
    held.resolve(worth('8'));
    await loaded(second);
    expect(textOf(second)).to.contain('8');
  });

  it('takes configuration from the page, a provider over it, and its own over both', async () => {
    const page = reading(async () => worth('1'));
    const provided = reading(async () => worth('2'));
    configure({ source: page.source, customerId: 'ada' });
    const alone = await mount('c360-predictions', {});
    await loaded(alone);
    expect(textOf(alone)).to.contain('1');
    const provider = await mount('c360-provider', { source: provided.source, customerId: 'grace' });
    const inside = document.createElement('c360-predictions');
    provider.append(inside);
    await loaded(inside);
    expect(provided.asked.map(({ id }) => id)).to.deep.equal(['grace']);
    configure({ source: undefined, customerId: undefined });
    await nextFrame();
  });
});
