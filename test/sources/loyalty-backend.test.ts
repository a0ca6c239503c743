import './loyalty-backend.js';
import { expect } from '@open-wc/testing';
import { createSource } from '../../src/sources/registry.js';
import { createWorld, json, rejection } from '../helpers/world.js';
import { range } from './warehouse.js';

describe('the backend of the sources’ README', () => {
  it('is asked at its own addresses and read in its own words', async () => {
    const visits = [
      { no: 8, when: '2017-12-21T18:02:00-05:00', shop: 'Main Street', paid: { cents: 1250, unit: 'EUR' } },
      { no: 7, when: '2017-12-20T09:00:00-05:00', shop: 'Main Street' },
    ];
    const world = createWorld(json({ visits, more: '2' }));
    const source = createSource({ source: 'loyalty', baseUrl: 'https://crm.example.test/loyalty', fetch: world.fetch });
    expect(Object.keys(source)).to.deep.equal(['events']);
    const { value } = await source.events!(range, { signal: world.signal });
    expect(value.items.map(({ id, category, value: money }) => [id, category, money])).to.deep.equal([
      ['visit-8', 'purchase', { amount: '12.50', currency: 'EUR' }],
      ['visit-7', 'custom', undefined],
    ]);
    expect(value.nextCursor).to.equal('2');
    expect(world.requests[0]?.url).to.equal(
      'https://crm.example.test/loyalty/members/1111113001034507/visits?since=2017-07-01&until=2017-12-31&page=&timeZone=America%2FNew_York',
    );
  });

  it('shows a mistake of its own as an unexpected answer', async () => {
    const world = createWorld(json({ visitors: [] }));
    const source = createSource({ source: 'loyalty', baseUrl: 'https://crm.example.test/loyalty', fetch: world.fetch });
    expect(await rejection(source.events!(range, { signal: world.signal }))).to.deep.include({ kind: 'malformed' });
  });
});
