import { expect, oneEvent } from '@open-wc/testing';
import { SourceError } from '../../../src/model/source-error.js';
import { allParts, nextFrame, part, textOf } from '../../helpers/dom.js';
import { button, dana, danasMetrics, show, sourceOf, type Wire } from './dana.js';

const tile = (element: Element, label: string) =>
  allParts(element, 'metric')
    .map(textOf)
    .find((text) => text.startsWith(label)) ?? 'no such tile';
const showMetrics = (metrics: Wire) => show(sourceOf(dana, metrics));
const euros = (amount: string) => ({ amount, currency: 'EUR' });

describe('metrics that could not be loaded', () => {
  it('are named over what went wrong, since nothing else on the card says what is missing', async () => {
    const element = await show(sourceOf(dana, {}, { metrics: async () => Promise.reject(new SourceError('server')) }));
    expect(textOf(part(element, 'metrics'))).to.match(/^Activity The server has a problem/);
    expect(textOf(part(element, 'metrics').querySelector('[role="heading"]')!)).to.equal('Activity');
  });
});

describe('metrics of which one could not be read', () => {
  it('are counted as every record is, since a tile that is missing says nothing', async () => {
    const element = await showMetrics({ totalSpend: 'a lot', numberOfPurchases: { value: 42, scope: 'lifetime' } });
    expect(tile(element, 'Total spend')).to.equal('no such tile');
    expect(tile(element, 'Purchases')).to.contain('42');
    expect(textOf(element)).to.contain('1 record could not be read');
  });
});

describe('metrics whose refresh fails', () => {
  it('stay and are marked, although the customer was loaded anew', async () => {
    let fails = false;
    const metrics = async () => (fails ? Promise.reject(new SourceError('server')) : danasMetrics);
    const element = await show(sourceOf(dana, {}, { metrics }));
    fails = true;
    element.refresh();
    await oneEvent(element, 'c360-error');
    expect(tile(element, 'Purchases')).to.contain('42');
    expect(textOf(part(element, 'note'))).to.match(/^Not updated since .+ · The server has a problem Retry$/);
  });
});

describe('a metric', () => {
  it('says what its figure covers, because the documents mix lifetime and time frame (T1)', async () => {
    const element = await show();
    expect(tile(element, 'Total spend')).to.contain('€1,840.50 since integration, Feb 1, 2017 €220.70 in this time frame');
    expect(tile(element, 'Purchases')).to.contain('42 lifetime');
  });

  it('is the lifetime value by purchases where no average was given, never the spend since the integration (B9, T2)', async () => {
    const element = await show();
    expect(tile(element, 'Average order value')).to.contain('€50.00');
  });

  it('is a dash where there is nothing to divide (T3)', async () => {
    const element = await showMetrics({
      customerLifetimeValue: { value: euros('0'), scope: 'lifetime' },
      numberOfPurchases: { value: 0, scope: 'lifetime' },
      lastProductPurchased: null,
    });
    expect(tile(element, 'Average order value'))
      .to.contain('— No value')
      .and.not.to.match(/NaN|Infinity|0\.00/);
    expect(tile(element, 'Last product purchased')).to.contain('Nothing bought yet');
  });

  it('explains on focus why average and spend do not match', async () => {
    const element = await show();
    button(element, 'Details: Average order value').focus();
    button(element, 'Details: Average order value').dispatchEvent(new PointerEvent('pointerenter'));
    await nextFrame();
    expect(textOf(element)).to.contain('Lifetime value ÷ purchases');
  });

  for (const [situation, metric, said] of [
    ['more than before', { inTimeFrame: euros('150'), previous: euros('100') }, '+€50.00 (+50%) vs. before'],
    ['less than before', { inTimeFrame: euros('0.1'), previous: euros('0.3') }, '-€0.20 (-67%) vs. before'],
    ['as much as before', { inTimeFrame: euros('5'), previous: euros('5') }, 'As in the period before'],
    ['something after nothing', { inTimeFrame: euros('5'), previous: euros('0') }, '+€5.00 vs. before'],
  ] as const) {
    it(`tells of ${situation} (V21)`, async () => {
      const element = await showMetrics({ totalSpend: { value: euros('500'), scope: 'since-integration', ...metric } });
      expect(tile(element, 'Total spend')).to.contain(said);
    });
  }

  it('claims no change without the figures of both periods', async () => {
    const element = await showMetrics({ totalSpend: { value: euros('500'), scope: 'since-integration', inTimeFrame: euros('5') } });
    expect(tile(element, 'Total spend')).to.not.contain('before');
  });

  it('draws its course with gaps where values are missing, and tells where it begins and ends', async () => {
    const element = await show();
    const line = part(element, 'metrics').querySelector('svg.sparkline')!;
    expect(line.getAttribute('aria-label')).to.equal('From €1.00 to €3.00');
    expect(line.querySelector('path')!.getAttribute('d')!.match(/M/g)).to.have.length(2);
  });

  it('draws no course through fewer than two values', async () => {
    const element = await showMetrics({ ...danasMetrics, series: { dates: ['2017-12-01'], values: { totalSpend: [1] } } });
    expect(part(element, 'metrics').querySelector('svg.sparkline')).to.equal(null);
  });

  it('names no currency that nobody named', async () => {
    const metrics = { totalSpend: { value: '1234.5', scope: 'lifetime' } };
    expect(tile(await showMetrics(metrics), 'Total spend')).to.match(/^Total spend 1,234\.5 lifetime/);
    expect(tile(await show(sourceOf(dana, metrics), { currency: 'USD' }), 'Total spend')).to.contain('$1,234.50');
  });

  it('can be masked by its name or as an amount, also in the brief', async () => {
    const element = await show(sourceOf(), { masked: 'customerLifetimeValue' });
    expect(element.shadowRoot!.textContent).to.not.contain('2,100');
    expect(textOf(part(element, 'brief'))).to.contain('••••••');
    button(element, 'Reveal Lifetime value').click();
    await element.updateComplete;
    expect(tile(element, 'Lifetime value')).to.contain('€2,100.00');
  });
});

describe('the last product purchased', () => {
  it('tells name and price on hover and on focus', async () => {
    const element = await show();
    const product = part(element, 'product');
    product.dispatchEvent(new PointerEvent('pointerenter'));
    await nextFrame();
    const hint = element.shadowRoot!.querySelector('[role=tooltip]')!;
    expect(hint.matches(':popover-open')).to.equal(true);
    expect(textOf(hint)).to.contain('Oat drink').and.to.contain('€2.49');
    expect(product.getAttribute('aria-describedby')).to.equal(hint.id);
    product.dispatchEvent(new FocusEvent('focusout'));
    expect(hint.matches(':popover-open')).to.equal(false);
  });

  it('opens the catalog in a new tab, after telling the host', async () => {
    const element = await show();
    const link = part(element, 'product') as HTMLAnchorElement;
    expect([link.href, link.target, link.rel]).to.deep.equal([`${location.origin}/catalog/oat`, '_blank', 'noopener noreferrer']);
    let opened: MouseEvent | undefined;
    element.addEventListener('click', (event) => {
      opened = event;
      event.preventDefault();
    });
    const told = oneEvent(element, 'c360-product-open');
    link.click();
    expect((await told).detail).to.deep.equal({ productId: 'p1', url: `${location.origin}/catalog/oat` });
    expect(opened).to.be.instanceOf(MouseEvent);
  });

  it('is not opened when the host does so itself', async () => {
    const element = await show();
    element.addEventListener('c360-product-open', (event) => event.preventDefault());
    const click = new MouseEvent('click', { bubbles: true, cancelable: true, composed: true });
    part(element, 'product').dispatchEvent(click);
    expect(click.defaultPrevented).to.equal(true);
  });

  for (const url of ['javascript:alert(1)', 'https://elsewhere.example/', '//elsewhere.example/', undefined]) {
    it(`is no link where its address is ${url}, yet can be focused and told to the host`, async () => {
      const element = await showMetrics({ lastProductPurchased: { id: 'p2', name: 'Tea', url } });
      const product = part(element, 'product');
      expect(product.localName).to.equal('button');
      const told = oneEvent(element, 'c360-product-open');
      product.click();
      expect((await told).detail).to.deep.equal({ productId: 'p2', url: undefined });
    });
  }

  it('has no picture from a foreign origin (X4)', async () => {
    const element = await showMetrics({ lastProductPurchased: { id: 'p2', name: 'Tea', imageUrl: 'https://tracker.example/t.gif' } });
    expect(part(element, 'product').querySelector('img')).to.equal(null);
    expect(part(element, 'product').querySelector('svg')).to.not.equal(null);
  });
});
