import { expect } from '@open-wc/testing';
import { documentedCustomer } from '../../mocks/customers/documented.js';
import { householdCustomers } from '../../mocks/customers/household.js';
import { customerOf } from '../../mocks/customers/index.js';
import { householdOf, households } from '../../mocks/customers/shop.js';
import { DOCUMENTED_ID, generateAttributes, generateCampaigns, generateEvents, listings, MOCK_NOW } from '../../mocks/index.js';
import type { ImpactWire } from '../../mocks/wire.js';
import { createAsk } from './ask.js';

describe('the mocked customers', () => {
  it('are the same on every machine and every day', () => {
    const { random } = Math;
    const { now } = Date;
    const forbidden = (): never => {
      throw new Error('The mocks asked for chance or for today.');
    };
    Math.random = forbidden;
    Date.now = forbidden;
    try {
      const text = (): string =>
        JSON.stringify([documentedCustomer.create(), householdCustomers[0]?.create(), generateEvents(50), generateCampaigns(50), generateAttributes(50)]);
      expect(text()).to.equal(text());
    } finally {
      Math.random = random;
      Date.now = now;
    }
  });

  it('are mostly real households, heavy and light, with and without demographics, campaigns and coupons', () => {
    const chosen = listings.flatMap(({ id }) => households.get(id) ?? []);
    expect(chosen.length).to.be.at.least(12);
    expect(chosen.some(({ demographics }) => !Object.keys(demographics).length)).to.equal(true);
    expect(chosen.some(({ campaigns }) => !campaigns.length)).to.equal(true);
    expect(Math.max(...chosen.map(({ redemptions }) => redemptions.length))).to.be.at.least(25);
    expect(Math.max(...chosen.map(({ orders }) => orders.length))).to.be.greaterThan(50 * Math.min(...chosen.map(({ orders }) => orders.length)));
  });

  it('spent what the data says', () => {
    const paid = householdOf('1609').orders.reduce((sum, order) => sum + order.paid, 0);
    expect(paid).to.equal(64_074);
    const customer = customerOf('1609');
    expect(customer?.history.on('2017-12-31')?.net).to.equal(paid);
  });

  it('did nothing after "now", but for what is planned', () => {
    for (const { id } of listings) {
      const { events = [], decisions = [] } = customerOf(id) ?? {};
      expect(
        events.filter(({ at }) => Date.parse(at) > Date.parse(MOCK_NOW)),
        id,
      ).to.deep.equal([]);
      expect(
        decisions.filter(({ executionDate, decision }) => executionDate > '2017-12-31' && decision !== 'planned' && decision !== 'excluded'),
        id,
      ).to.deep.equal([]);
    }
  });

  it('name nobody real: every address ends in a domain kept for tests', () => {
    const text = JSON.stringify(listings.map(({ id }) => customerOf(id)));
    const hosts = [...text.matchAll(/(?:@|https?:\/\/)([\w.-]+\.[a-z]{2,})/g)].map((match) => match[1] ?? '');
    expect(hosts.length).to.be.greaterThan(100);
    expect(hosts.filter((host) => !/(^|\.)example\.test$/.test(host) && host !== 'www.w3.org')).to.deep.equal([]);
  });
});

describe('the documented customer', () => {
  const { identity, decisions, fields, events, history } = documentedCustomer.create();

  it('shows every way a decision can go', () => {
    expect(new Set(decisions.map(({ decision }) => decision))).to.deep.equal(new Set(['sent', 'failed', 'excluded', 'control', 'capped', 'planned']));
    expect(decisions.find(({ decision }) => decision === 'control')?.action).to.deep.equal({ id: '1', name: 'DN' });
    expect(decisions.some(({ decision, reason, takenFrom }) => decision === 'excluded' && reason && takenFrom)).to.equal(true);
    expect(decisions.some(({ channels }) => channels.length > 1)).to.equal(true);
  });

  it('has falling cumulative sales after a refund, and days without a snapshot (T21, T24)', async () => {
    const { json } = createAsk();
    const { kpis, dates }: ImpactWire = await json('/customers/{id}/impact?from=2017-06-30&to=2017-12-31', DOCUMENTED_ID);
    const net = kpis.find(({ key }) => key === 'netSales')?.values ?? [];
    expect(net.some((value, index) => value !== null && net[index - 1] != null && Number(value) < Number(net[index - 1]))).to.equal(true);
    expect(net[dates.indexOf('2017-10-18')]).to.equal(null);
    expect(decisions.find(({ executionDate }) => executionDate === '2017-10-18')?.kpisThatDay).to.include({ netSales: null });
    expect(history.on('2017-09-12')).to.equal(undefined);
  });

  it('has many attributes of every kind, some sensitive and one without a familiar name', () => {
    expect(fields.length).to.be.at.least(60);
    expect(new Set(fields.map(({ type }) => type)).size).to.be.at.least(11);
    expect(fields.some(({ sensitive }) => sensitive)).to.equal(true);
    expect(fields.some(({ label }) => label === undefined)).to.equal(true);
  });

  it('has events of every category, and messages that were sent, delivered, seen, clicked or failed', () => {
    expect(new Set(events.map(({ category }) => category))).to.deep.equal(new Set(['site', 'email', 'message', 'purchase', 'journey', 'bonus', 'custom']));
    const facts = new Set(events.flatMap(({ message }) => message?.lifecycle.map(({ fact }) => fact) ?? []));
    for (const fact of ['create', 'sent', 'delivered', 'impression', 'click', 'fail'] as const) expect(facts.has(fact), fact).to.equal(true);
    expect(identity.id).to.equal(DOCUMENTED_ID);
  });
});

describe('generated data', () => {
  it('comes in any number, newest first, each with an id of its own', () => {
    const events = generateEvents(5000);
    expect(events).to.have.length(5000);
    expect(new Set(events.map(({ id }) => id)).size).to.equal(5000);
    expect(events.every(({ at }, index) => index === 0 || Date.parse(at) <= Date.parse(events[index - 1]?.at ?? ''))).to.equal(true);
    expect(generateCampaigns(10_000)).to.have.length(10_000);
    expect(new Set(generateAttributes(500).map(([{ key }]) => key)).size).to.equal(500);
  });
});
