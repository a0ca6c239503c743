import { expect } from '@open-wc/testing';
import { createHandlers } from '../../mocks/handlers.js';
import { createMockFetch } from '../../mocks/index.js';
import '../../src/define.js';
import { loadLocale } from '../../src/i18n/catalogue.js';
import { fixedNow } from '../helpers/clock.js';
import { nextFrame, textOf } from '../helpers/dom.js';
import { mount, settled } from '../helpers/mount.js';

const warehouses = {
  baseUrl: 'https://backend.example.test/api/',
  source: 'optimove smartico',
  customerId: '1111113001034507',
  now: fixedNow,
  timeZone: 'UTC',
  currency: 'USD',
};

describe('what the warehouse sources make of their tables', () => {
  const shown = {
    'c360-profile': [/Nettoumsatz/, /Bestelltage/],
    'c360-impact-chart': [
      /Bruttoumsatz/,
      /Bestellungen/,
      /Zugeordneter Wert: Klick/,
      /Nur terminierte Kampagnen sind aufgeführt · Zugeordnet: kann sich noch ändern/,
    ],
    'c360-timeline': [/Ziel einer Kampagne/, /In der Kontrollgruppe einer Kampagne/, /Journey begonnen/, /Nur terminierte Kampagnen sind aufgeführt/],
    'c360-campaigns': [/Kontrollgruppe, nicht kontaktiert/],
  } as const;
  for (const [tag, words] of Object.entries(shown))
    it(`is worded in the reader's language by <${tag}> (T19)`, async () => {
      await loadLocale('de');
      const fetch = createMockFetch(createHandlers());
      // So few campaigns that all are in sight.
      const narrowed: object = tag === 'c360-campaigns' ? { filters: { decision: 'not-received' } } : {};
      const element = await mount(tag as keyof typeof shown, { ...warehouses, fetch, ...narrowed }, { width: 1000, lang: 'de' });
      await settled(element);
      const text = () => `${textOf(element)} ${[...element.renderRoot.querySelectorAll('option')].map(textOf).join(' ')}`;
      // What draws the value may come a moment after it.
      for (let frame = 0; frame < 60 && !words.every((word) => word.test(text())); frame++) await nextFrame();
      for (const word of words) expect(text()).to.match(word);
      expect(text()).not.to.match(/Attributed|Targeted|Journey (start|stop|convert)|Other \(|sales amount|number of/i);
    });

  const behind = {
    'c360-campaigns': {
      filters: { text: 'Campaign 18' },
      words: [/Ausführung\s+Terminiert/, /Nettoumsatz\s+\d+,\d\d\s\$/, /Coupon ausgegeben/, /Segmentart\s+Nach/],
    },
    'c360-timeline': { filters: { type: 'bonus' }, words: [/Bonus #\d+/, /Coupon ausgegeben/, /Von\s+Kampagne/] },
  } as const;
  for (const [tag, { filters, words }] of Object.entries(behind))
    it(`is worded in the reader's language behind the rows of <${tag}> (S2 to S6, S12, S40, S41, O13)`, async () => {
      await loadLocale('de');
      const fetch = createMockFetch(createHandlers());
      const element = await mount(tag as keyof typeof behind, { ...warehouses, fetch, filters }, { width: 1000, lang: 'de' });
      await settled(element);
      // What draws the value may come a moment after it, as what is behind a row does.
      for (let frame = 0; frame < 200 && !words.every((word) => word.test(textOf(element))); frame++) {
        for (const row of element.renderRoot.querySelectorAll<HTMLElement>('button.name[aria-expanded="false"]')) row.click();
        await nextFrame();
      }
      for (const word of words) expect(textOf(element)).to.match(word);
    });
});
