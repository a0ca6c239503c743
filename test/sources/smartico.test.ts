import { expect } from '@open-wc/testing';
import type { CampaignDecision } from '../../src/model/campaign.js';
import { NothingThere } from '../../src/model/source-error.js';
import { createSmarticoSource } from '../../src/sources/smartico/smartico-source.js';
import { failed, json, rejection } from '../helpers/world.js';
import { before, day, ID, mocked, range, type TestRow, type TestTables } from './warehouse.js';

const USER = '77';

/** A fact of a message. */
function fact(typeId: number | string, at: string, values: TestRow = {}): TestRow {
  return {
    fact_date: at,
    user_id: USER,
    fact_type_id: typeId,
    fact_details: null,
    activity_type_id: 50,
    engagement_uid: 'e-1',
    resource_id: 5,
    resource_variation_id: null,
    root_audience_id: 900,
    root_engagement_uuid: 'ROOT-1',
    root_engagement_create_date: '2017-12-01 08:00:00',
    engagement_id: '11',
    communication_id: '9007199254740993',
    audience_category_id: 1,
    external_id: 'gw-1',
    label_provider_id: 12,
    planned_send_date: null,
    fail_reason_id: null,
    user_ext_id: ID,
    crm_brand_id: 7,
    ...values,
  };
}

/** A step of a journey. */
function step(activity: number, at: string, values: TestRow = {}): TestRow {
  return {
    engagement_id: `1${activity}`,
    engagement_uid: `uid-${activity}`,
    root_audience_id: 900,
    create_date: at,
    user_id: USER,
    root_engagement_id: '11',
    root_engagement_create_date: '2017-12-01 08:00:00',
    activity_type_id: activity,
    user_ext_id: ID,
    resource_id: null,
    expected_stop_date: null,
    ab_target: null,
    ...values,
  };
}

const start = step(1, '2017-12-01 08:00:00', { engagement_uid: 'root-1', expected_stop_date: '2017-12-15 08:00:00', ab_target: false });

function bonus(status: number, at: string, values: TestRow = {}): TestRow {
  return {
    fact_date: at,
    bonus_id: '9223372036854775807',
    user_id: USER,
    user_ext_id: ID,
    crm_brand_id: 7,
    bonus_status_id: status,
    label_bonus_template_id: 3,
    source_product_id: 0,
    entity_id: 900,
    root_audience_id: 900,
    error_code: null,
    error_message: null,
    ...values,
  };
}

function deposit(values: TestRow = {}): TestRow {
  return {
    id: 1,
    event_date: '2017-12-05 23:30:00',
    resource_id: 5,
    audience_id: 900,
    value: '10.10',
    raw_value: '99.00',
    converted_value: '90.00',
    event_id: 1,
    engagement_id: '12',
    root_engagement_id: '11',
    kpi_impact_id: 3,
    default_currency: 'eur',
    user_id: USER,
    calculated_ts: '2017-12-06 03:00:00',
    ...values,
  };
}

const dimensions: TestTables = {
  'dimensions/dm_activity_type': [{ activity_type_id: 50, activity_name: 'Send Mail' }],
  'dimensions/dm_audience': [{ audience_id: 900, audience_name: 'Welcome', audience_status_id: 6, audience_exec_type_id: 3, category_id: 1, segment_id: 70 }],
  'dimensions/dm_resource': [
    { resource_id: 5, resource_name: 'Hello', resource_subject: 'Hi {{name}}', resource_type_id: 1 },
    { resource_id: 6, resource_name: 'Hello, B', resource_subject: 'Hey', resource_type_id: 1 },
    { resource_id: 7, resource_name: 'Reminder', resource_subject: 'Points expire. STOP to end', resource_type_id: 3 },
    { resource_id: 8, resource_name: 'Pop', resource_subject: null, resource_type_id: 2 },
    { resource_id: 9, resource_name: 'New kind', resource_subject: null, resource_type_id: 7 },
  ],
  'dimensions/dm_segment': [
    { segment_id: 70, create_date: '2017-01-01 00:00:00', update_date: '2017-02-01 00:00:00', segment_name: 'New', segment_status_id: 1, segment_type_id: 4 },
  ],
  'dimensions/dm_providers_sms': [{ id: 12, provider_name: 'Textline' }],
  'dimensions/dm_providers_mail': [{ id: 12, provider_name: 'Mailroom' }],
  'dimensions/dm_bonus_template': [
    { label_id: 1, label_bonus_template_id: 3, public_name: 'Free coffee' },
    { label_id: 1, label_bonus_template_id: 4, public_name: 'Free tea' },
    { label_id: 2, label_bonus_template_id: 4, public_name: 'Free delivery' },
  ],
  'dimensions/dm_com_fail_reason': [{ fail_reason_id: 3, fail_reason_name: 'Mailbox full' }],
};

const none: TestTables = { communications: [], engagements: [], bonuses: [], attribution: [] };

const asked = (tables: TestTables, connection?: Parameters<typeof before>[2]) =>
  before(createSmarticoSource, { ...dimensions, ...none, ...tables }, connection);

async function decisionsOf(tables: TestTables): Promise<readonly CampaignDecision[]> {
  const { source, options } = asked(tables);
  return (await source.campaigns!(range, options)).value.items;
}

async function messagesOf(...communications: TestRow[]) {
  return (await decisionsOf({ communications })).flatMap((decision) => decision.communications);
}

describe("Smartico's messages", () => {
  it('are one for all facts of a communication_id, each fact once (S28, T29)', async () => {
    const click = fact(4, '2017-12-02 10:00:00', { fact_details: 'https://shop.example.test' });
    const messages = await messagesOf(
      fact(1, '2017-12-02 08:00:00'),
      fact(2, '2017-12-02 08:00:05'),
      click,
      click,
      fact(4, '2017-12-03 10:00:00'),
      fact(1, '2017-12-02 08:00:00', { communication_id: '9007199254740992' }),
    );
    expect(messages.map(({ communicationId }) => communicationId)).to.deep.equal(['9007199254740993', '9007199254740992']);
    expect(messages[0]?.lifecycle.map(({ fact: word }) => word)).to.deep.equal(['create', 'sent', 'click', 'click']);
  });

  it('tell their facts in lifecycle order and not by id (S24, T28)', async () => {
    const at = (hour: number) => `2017-12-02 0${hour}:00:00`;
    const [message] = await messagesOf(...[9, 8, 7, 4, 3, 6, 2, 1].map((id, index) => fact(id, at(index))));
    expect(message?.lifecycle.map(({ fact: word }) => word)).to.deep.equal(['create', 'sent', 'delivered', 'impression', 'click', 'optout', 'read', 'delete']);
  });

  it('call 5 a failure, with its reason as it came (S25, T15, T28)', async () => {
    for (const word of [5, '5', 'FAIL', 'Failed']) {
      const [decision] = await decisionsOf({
        communications: [fact(1, '2017-12-02 08:00:00'), fact(word, '2017-12-02 08:00:09', { fact_details: '550 5.1.1 <user unknown>', fail_reason_id: 3 })],
      });
      expect(decision).to.include({ decision: 'failed', reason: '550 5.1.1 <user unknown>' });
      expect(decision?.communications[0]?.failReason).to.equal('Mailbox full');
    }
  });

  it('keep a fact nobody documented under its own word', async () => {
    const [message] = await messagesOf(fact(42, '2017-12-02 08:00:00'), fact(2, '2017-12-02 08:00:00'));
    expect(message?.lifecycle).to.deep.equal([
      { fact: 'sent', at: Date.UTC(2017, 11, 2, 8) },
      { fact: 'other', factAsGiven: '42', at: Date.UTC(2017, 11, 2, 8) },
    ]);
  });

  it('have the channel of their resource; a kind nobody documented keeps its number (S8)', async () => {
    const messages = await messagesOf(
      ...[5, 7, 8, 9].map((resource, index) => fact(2, '2017-12-02 08:00:00', { resource_id: resource, communication_id: `c${index}` })),
    );
    expect(messages.map(({ channel }) => channel)).to.deep.equal(['email', 'sms', 'popup', '#7']);
    expect(messages.map(({ subject }) => subject)).to.deep.equal(['Hi {{name}}', 'Points expire. STOP to end', undefined, undefined]);
  });

  it('show the variation beside the main resource (S7, S27)', async () => {
    const [message] = await messagesOf(fact(2, '2017-12-02 08:00:00', { resource_variation_id: 6 }));
    expect(message).to.include({ resource: 'Hello', variation: 'Hello, B', subject: 'Hey' });
  });

  it('find their provider in the table of their channel, since ids collide (T11, T12)', async () => {
    const messages = await messagesOf(
      ...[5, 7, 8].map((resource, index) => fact(2, '2017-12-02 08:00:00', { resource_id: resource, communication_id: `c${index}` })),
    );
    expect(messages.map(({ providerName }) => providerName)).to.deep.equal(['Mailroom', 'Textline', '#12']);
  });

  it('show ids where dimension tables are missing, and say which', async () => {
    const { source, options } = before(createSmarticoSource, {
      ...none,
      communications: [fact(2, '2017-12-02 08:00:00', { activity_type_id: 99, fail_reason_id: 8 })],
      'dimensions/dm_resource': failed(500),
    });
    const { value, meta } = await source.campaigns!(range, options);
    const [decision] = value.items;
    expect(decision?.campaign).to.deep.equal({ id: '900', category: 'Marketing' });
    expect(decision?.communications[0]).to.include({
      channel: 'unknown',
      resource: '#5',
      activityType: '#99',
      providerName: '#12',
      failReason: '#8',
    });
    expect(meta.missingSources).to.deep.equal(['dm_resource']);
  });

  it('without an id belong nowhere and are counted as left out', async () => {
    const { source, options } = asked({ communications: [fact(2, '2017-12-02 08:00:00'), fact(2, '2017-12-02 08:00:00', { communication_id: null })] });
    expect((await source.campaigns!(range, options)).leftOut).to.equal(1);
  });

  it('that are to be sent later are planned (S29)', async () => {
    const planned = fact(1, '2017-12-31 08:00:00', { planned_send_date: '2018-01-05 09:00:00' });
    expect((await decisionsOf({ communications: [planned] }))[0]?.decision).to.equal('planned');
    const overdue = fact(1, '2017-12-02 08:00:00', { planned_send_date: '2017-12-03 09:00:00' });
    expect((await decisionsOf({ communications: [overdue] }))[0]).to.include({ decision: 'other', standsFor: 'message' });
  });
});

describe("Smartico's journeys", () => {
  it('are all steps of one root, in time, with what each means (S31 to S36)', async () => {
    const [decision] = await decisionsOf({
      engagements: [
        step(2, '2017-12-10 08:00:00'),
        step(3, '2017-12-05 08:00:00'),
        step(50, '2017-12-01 09:00:00', { resource_id: 5, ab_target: true }),
        start,
      ],
    });
    expect(decision?.journey).to.deep.equal({
      id: '11',
      campaignId: '900',
      startedAt: Date.UTC(2017, 11, 1, 8),
      stoppedAt: Date.UTC(2017, 11, 10, 8),
      convertedAt: Date.UTC(2017, 11, 5, 8),
      expectedStopAt: Date.UTC(2017, 11, 15, 8),
      abTarget: true,
      activities: [
        { type: 'Journey start', at: Date.UTC(2017, 11, 1, 8) },
        { type: 'Send Mail', at: Date.UTC(2017, 11, 1, 9), name: 'Hello' },
        { type: 'Journey Converted', at: Date.UTC(2017, 11, 5, 8) },
        { type: 'Journey stopped', at: Date.UTC(2017, 11, 10, 8) },
      ],
    });
  });

  it('keep a false test target as the answer it is (T27)', async () => {
    expect((await decisionsOf({ engagements: [start] }))[0]?.journey?.abTarget).to.equal(false);
    expect((await decisionsOf({ engagements: [{ ...start, ab_target: null }] }))[0]?.journey).to.not.have.property('abTarget');
  });

  it('carry their messages by root_engagement_uuid, in any letter case (T40)', async () => {
    const decisions = await decisionsOf({ engagements: [start], communications: [fact(2, '2017-12-02 08:00:00')] });
    expect(decisions).to.have.lengthOf(1);
    expect(decisions[0]).to.include({ decision: 'sent', executionDate: '2017-12-01' });
    expect(decisions[0]?.communications).to.have.lengthOf(1);
  });

  it('whose start lies before the rows keep what is known of them', async () => {
    const [decision] = await decisionsOf({ engagements: [step(3, '2017-12-05 08:00:00')] });
    expect(decision?.journey).to.include({ id: '11', startedAt: Date.UTC(2017, 11, 1, 8), convertedAt: Date.UTC(2017, 11, 5, 8) });
    const [other] = await decisionsOf({ communications: [fact(2, '2017-12-02 08:00:00')] });
    expect(other).to.include({ decision: 'sent', executionDate: '2017-12-01' });
    expect(other).to.not.have.property('journey');
  });

  it('whose start lies before the rows carry their messages by the step that sent them (S26, T40)', async () => {
    const sender = step(50, '2017-12-05 08:00:00', { engagement_id: '99', root_engagement_id: '98' });
    const decisions = await decisionsOf({
      engagements: [sender],
      communications: [fact(2, '2017-12-05 08:01:00', { root_engagement_uuid: 'LONG-GONE', engagement_id: '99' })],
    });
    expect(decisions.map(({ journey, communications }) => [journey?.id, communications.length])).to.deep.equal([['98', 1]]);
  });

  it('without any message are told as what they are, not as sent', async () => {
    expect((await decisionsOf({ engagements: [start] }))[0]).to.include({ decision: 'other', standsFor: 'journey' });
  });

  it('know their campaign and its segment (S3 to S6, S10 to S12)', async () => {
    const [decision] = await decisionsOf({ engagements: [start] });
    expect(decision?.campaign).to.deep.equal({ id: '900', name: 'Welcome', category: 'Marketing', execType: 'Scheduled', status: 'Executed' });
    expect(decision?.segment).to.deep.equal({
      id: '70',
      name: 'New',
      status: 'Active',
      type: 'Behavioural',
      createdAt: Date.UTC(2017, 0, 1),
      updatedAt: Date.UTC(2017, 1, 1),
    });
  });

  it('entered before the time frame stay while something of them happens in it', async () => {
    const { source, options } = asked({ engagements: [start], communications: [fact(4, '2017-12-20 08:00:00')] });
    const within = async (from: string) => (await source.campaigns!({ ...range, from: day(from) }, options)).value.items.length;
    expect(await within('2017-12-10')).to.equal(1);
    expect(await within('2017-12-25')).to.equal(0);
  });
});

describe("Smartico's bonuses", () => {
  it('are one each, with every change of status in time and the last as the final one (S38, S43, T13)', async () => {
    const [decision] = await decisionsOf({
      engagements: [start],
      bonuses: [bonus(3, '2017-12-04 08:00:00'), bonus(1, '2017-12-02 08:00:00'), bonus(2, '2017-12-02 08:00:00')],
    });
    expect(decision?.bonuses).to.deep.equal([
      {
        bonusId: '9223372036854775807',
        name: 'Free coffee',
        sourceProduct: 'Campaign',
        entityId: '900',
        history: [
          { status: 'New', at: Date.UTC(2017, 11, 2, 8) },
          { status: 'COUPON_ISSUED', at: Date.UTC(2017, 11, 2, 8) },
          { status: 'REDEEMED', at: Date.UTC(2017, 11, 4, 8) },
        ],
      },
    ]);
  });

  it('keep error texts, unknown statuses and unknown products as they are (S39 to S41)', async () => {
    const { source, options } = asked({
      bonuses: [bonus(77, '2017-12-02 08:00:00', { source_product_id: 3, error_code: 0, error_message: '<b>no</b>', root_audience_id: null })],
    });
    const [event] = (await source.events!(range, options)).value.items;
    expect(event?.bonus).to.deep.include({
      sourceProduct: '#3',
      history: [{ status: '#77', at: Date.UTC(2017, 11, 2, 8), errorCode: '0', error: '<b>no</b>' }],
    });
  });

  it('show the id of a template that two labels use (T41)', async () => {
    const [decision] = await decisionsOf({ bonuses: [bonus(1, '2017-12-02 08:00:00', { label_bonus_template_id: 4 })] });
    expect(decision?.bonuses[0]?.name).to.equal('#4');
  });

  it('go to the entry into their campaign that had begun by then', async () => {
    const second = step(1, '2017-12-20 08:00:00', {
      engagement_id: '21',
      engagement_uid: 'root-2',
      root_engagement_id: '21',
      root_engagement_create_date: '2017-12-20 08:00:00',
    });
    const decisions = await decisionsOf({
      engagements: [start, second],
      bonuses: [bonus(1, '2017-12-03 08:00:00'), bonus(1, '2017-12-22 08:00:00', { bonus_id: '2' })],
    });
    expect(decisions.map(({ executionDate, bonuses }) => [executionDate, bonuses.map(({ bonusId }) => bonusId)])).to.deep.equal([
      ['2017-12-20', ['2']],
      ['2017-12-01', ['9223372036854775807']],
    ]);
  });
});

describe("Smartico's money", () => {
  it('is joined on the engagement, and only its value is an amount of the campaign (S19, T31)', async () => {
    const [decision] = await decisionsOf({ engagements: [start], attribution: [deposit()] });
    expect(decision?.attribution).to.deep.equal([
      {
        date: '2017-12-05',
        at: Date.UTC(2017, 11, 5, 23, 30),
        campaignId: '900',
        value: { amount: '10.10', currency: 'EUR' },
        impact: 'interaction',
        rawValue: '99.00',
        convertedValue: { amount: '90.00', currency: 'EUR' },
        calculatedAt: Date.UTC(2017, 11, 6, 3),
      },
    ]);
    expect(decision?.updatedAt).to.equal(Date.UTC(2017, 11, 6, 3));
  });

  it('falls on the day of the reader’s zone (T25)', async () => {
    const { source, options } = asked({ attribution: [deposit()] });
    const dayIn = async (timeZone: string) => (await source.impact!({ ...range, timeZone }, options)).value.attribution?.[0]?.date;
    expect(await dayIn('Asia/Tokyo')).to.equal('2017-12-06');
    expect(await dayIn('America/New_York')).to.equal('2017-12-05');
  });

  it('is the impact Smartico knows of, by day and kind, and may still change (S17, S20)', async () => {
    const { source, options } = asked({
      attribution: [deposit(), deposit({ id: 2, kpi_impact_id: 4 }), deposit({ id: 3, kpi_impact_id: 9 }), deposit({ id: 3, kpi_impact_id: 9 })],
    });
    const { value, meta } = await source.impact!(range, options);
    expect(value.attribution?.map(({ impact, impactAsGiven }) => [impact, impactAsGiven])).to.deep.equal([
      ['interaction', undefined],
      ['indirect', undefined],
      ['other', '9'],
    ]);
    expect(value.dates.at(0)).to.equal('2017-07-04');
    expect(value.dates.at(-1)).to.equal('2017-12-31');
    expect(value.dates).to.have.lengthOf(181);
    expect(value.kpis.map(({ key, window, unit, currency }) => [key, window, unit, currency])).to.deep.equal([
      ['attributed-interaction-EUR', 'cumulative', 'money', 'EUR'],
      ['attributed-indirect-EUR', 'cumulative', 'money', 'EUR'],
      ['attributed-other-EUR', 'cumulative', 'money', 'EUR'],
    ]);
    const [clicks] = value.kpis;
    expect(clicks?.values[value.dates.indexOf(day('2017-12-04'))]).to.equal('0');
    expect(clicks?.values[value.dates.indexOf(day('2017-12-05'))]).to.equal('10.10');
    expect(clicks?.values.at(-1)).to.equal('10.10');
    expect(meta.caveats).to.deep.equal(['may-change']);
    expect(value.kpis.map(({ attributed }) => attributed)).to.deep.equal([
      { impact: 'interaction' },
      { impact: 'indirect' },
      { impact: 'other', asGiven: '9' },
    ]);
  });

  it('stands on a day where it stood, whatever the time frame (T1)', async () => {
    const attribution = [deposit({ event_date: '2017-09-01 12:00:00' }), deposit({ id: 2, event_date: '2017-12-05 12:00:00' })];
    const { source, options } = asked({ attribution });
    const onLastDay = async (from: string) => (await source.impact!({ ...range, from: day(from) }, options)).value.kpis[0]?.values.at(-1);
    expect([await onLastDay('2017-07-01'), await onLastDay('2017-12-01')]).to.deep.equal(['20.20', '20.20']);
  });

  it('of two currencies grows in two lines, exactly (T31)', async () => {
    const { source, options } = asked({
      attribution: [deposit({ value: '0.1' }), deposit({ id: 2, value: '0.2' }), deposit({ id: 3, value: '5', default_currency: 'USD' })],
    });
    const { value } = await source.impact!({ ...range, from: day('2017-12-01') }, options);
    expect(value.dates.at(0)).to.equal('2017-12-01');
    expect(value.kpis.map(({ key, values }) => [key, values.at(-1)])).to.deep.equal([
      ['attributed-interaction-EUR', '0.3'],
      ['attributed-interaction-USD', '5'],
    ]);
  });

  it('that was never attributed leaves the chart empty', async () => {
    const { source, options } = asked({});
    expect((await source.impact!(range, options)).value).to.deep.equal({ dates: [], kpis: [], targetingDays: [], attribution: [] });
  });

  it('without a journey among the rows still stands under its campaign', async () => {
    const decisions = await decisionsOf({ attribution: [deposit({ root_engagement_id: '404' })] });
    expect(decisions).to.have.lengthOf(1);
    expect(decisions[0]?.campaign.name).to.equal('Welcome');
    expect(decisions[0]).to.include({ decision: 'other', standsFor: 'deposit' });
  });

  it('of another user is refused, though the table does not name the customer (T31)', async () => {
    const { source, options } = asked({ engagements: [start], attribution: [deposit({ user_id: '78' })] });
    expect(await rejection(source.campaigns!(range, options))).to.have.nested.property('details.reason', 'identity-mismatch');
  });

  it('is asked for anew every time, since rows may change (T32)', async () => {
    let value = '1.00';
    const { source, options } = asked({ attribution: () => [deposit({ value })] });
    expect((await source.impact!(range, options)).value.attribution?.[0]?.value.amount).to.equal('1.00');
    value = '2.00';
    expect((await source.impact!(range, options)).value.attribution?.[0]?.value.amount).to.equal('2.00');
  });
});

describe("Smartico's contact pressure", () => {
  it('counts messages that went out, not facts, in the 7 and 30 days that end today (T29)', async () => {
    const sent = (id: string, at: string, resource = 5) => [
      fact(1, at, { communication_id: id, resource_id: resource }),
      fact(2, at, { communication_id: id, resource_id: resource }),
      fact(4, at, { communication_id: id, resource_id: resource }),
    ];
    const { source, options } = asked({
      communications: [
        ...sent('a', '2017-12-30 12:00:00'),
        ...sent('b', '2017-12-10 12:00:00'),
        ...sent('c', '2017-11-01 12:00:00'),
        ...sent('d', '2017-12-29 12:00:00', 7),
        fact(1, '2017-12-30 12:00:00', { communication_id: 'e' }),
        fact(5, '2017-12-30 12:00:00', { communication_id: 'e' }),
      ],
    });
    expect((await source.campaigns!(range, options)).value.contactPressure).to.deep.equal([
      { channel: 'email', last7Days: 1, last30Days: 2 },
      { channel: 'sms', last7Days: 1, last30Days: 1 },
    ]);
  });

  it('is not told for a time frame that does not hold those days whole', async () => {
    const { source, options } = asked({ communications: [fact(2, '2017-12-30 12:00:00')] });
    expect((await source.campaigns!({ ...range, from: day('2017-12-25') }, options)).value).to.not.have.property('contactPressure');
    expect((await source.campaigns!({ ...range, to: day('2017-12-30') }, options)).value).to.not.have.property('contactPressure');
  });
});

describe("Smartico's events", () => {
  it('draw an e-mail in its lane only when its delivery was seen (B17, T30)', async () => {
    const { source, options } = asked({
      communications: [
        fact(2, '2017-12-02 08:00:00', { communication_id: 'a' }),
        fact(2, '2017-12-03 08:00:00', { communication_id: 'b' }),
        fact(6, '2017-12-03 08:01:00', { communication_id: 'b' }),
        fact(6, '2017-12-04 08:01:00', { communication_id: 'c', resource_id: 7 }),
      ],
    });
    const { value } = await source.events!(range, options);
    expect(value.items.map(({ category, type, at }) => [category, type, at])).to.deep.equal([
      ['message', 'sms', Date.UTC(2017, 11, 4, 8, 1)],
      ['email', 'email', Date.UTC(2017, 11, 3, 8, 1)],
      ['message', 'email', Date.UTC(2017, 11, 2, 8)],
    ]);
  });

  it('tell journeys at their three turns and bonuses at their last change (S33, S38)', async () => {
    const { source, options } = asked({
      engagements: [start, step(50, '2017-12-01 09:00:00'), step(3, '2017-12-05 08:00:00')],
      bonuses: [bonus(1, '2017-12-02 08:00:00'), bonus(3, '2017-12-04 08:00:00')],
    });
    const { value } = await source.events!(range, options);
    expect(value.items.map(({ type, campaign }) => [type, campaign?.name])).to.deep.equal([
      ['journey-convert', 'Welcome'],
      ['bonus', 'Welcome'],
      ['journey-start', 'Welcome'],
    ]);
  });

  it('are cut into days in the reader’s zone, with a day more asked for on either side (T25)', async () => {
    const communications = [fact(6, '2017-12-10 02:00:00')];
    const { source, options, paths } = asked({ communications });
    const one = { ...range, from: day('2017-12-10'), to: day('2017-12-10') };
    expect((await source.events!({ ...one, timeZone: 'UTC' }, options)).value.items).to.have.lengthOf(1);
    expect((await source.events!({ ...one, timeZone: 'America/New_York' }, options)).value.items).to.have.lengthOf(0);
    const counted = await source.activity!({ ...range, timeZone: 'America/New_York' }, options);
    expect(counted.value.days).to.deep.equal([{ date: '2017-12-09', lane: 'email', count: 1, types: new Map([['email', 1]]) }]);
    expect(paths()).to.include(`customers/${ID}/communications?from=2017-12-09&to=2017-12-11`);
  });

  it('count as many activities as they are, with the last one named', async () => {
    const { source, options } = mocked(createSmarticoSource);
    const [events, activity] = [await source.events!(range, options), await source.activity!(range, options)];
    expect(activity.value.days.reduce((sum, { count }) => sum + count, 0)).to.equal(events.value.total);
    expect(activity.value.lastActivity?.at).to.equal(events.value.items[0]?.at);
    expect(activity.value.eventTypes.find(({ type }) => type === 'email')).to.deep.equal({ type: 'email', lane: 'email' });
  });

  it('reach back 180 days, and are silent about facts after 30 (S17, S23, T8, T30)', async () => {
    const { source, options } = asked({});
    const { meta } = await source.events!(range, options);
    expect(meta.dataSince).to.equal('2017-07-04');
    expect(meta.caveats).to.deep.equal(['tracked-30-days']);
  });
});

describe('rows about Smartico', () => {
  it('are the same whatever format they come in', async () => {
    const reference = mocked(createSmarticoSource);
    const expected = await reference.source.campaigns!(range, reference.options);
    expect(expected.value.items.length).to.be.greaterThan(20);
    for (const behaviour of ['wrapped', 'snowflake/slow/small-pages', 'bigquery/small-pages', 'bigquery-int64/slow']) {
      const { source, options } = mocked(createSmarticoSource, behaviour);
      const { value } = await source.campaigns!(range, options);
      expect(JSON.stringify(value.items) === JSON.stringify(expected.value.items), behaviour).to.equal(true);
    }
  });

  it('are read past a limit of 100 (T22)', async () => {
    const whole = mocked(createSmarticoSource);
    const cut = mocked(createSmarticoSource, 'limit-100');
    const expected = await whole.source.campaigns!(range, whole.options);
    const { value, meta } = await cut.source.campaigns!(range, cut.options);
    expect(new Set(value.items.map(({ id }) => id))).to.deep.equal(new Set(expected.value.items.map(({ id }) => id)));
    expect(meta).to.not.have.property('truncated');
  });

  it('load each dimension once per page, whoever asks', async () => {
    const { source, options, paths } = asked({ communications: [fact(2, '2017-12-02 08:00:00')] });
    await Promise.all([source.events!(range, options), source.activity!(range, options), source.campaigns!(range, options)]);
    await source.campaigns!(range, options);
    const asks = paths().filter((path) => path.startsWith('dimensions/'));
    expect(asks).to.have.lengthOf(8);
    expect(new Set(asks).size).to.equal(8);
  });

  it('ask again for a dimension that failed', async () => {
    let isUp = false;
    const { source, options } = asked({
      communications: [fact(2, '2017-12-02 08:00:00')],
      'dimensions/dm_audience': () => (isUp ? [{ audience_id: 900, audience_name: 'Welcome' }] : { error: 'down' }),
    });
    expect((await source.events!(range, options)).meta.missingSources).to.deep.equal(['dm_audience']);
    isUp = true;
    const { value, meta } = await source.events!(range, options);
    expect(meta).to.not.have.property('missingSources');
    expect(value.items[0]?.campaign?.name).to.equal('Welcome');
  });

  it('leave the other tables standing when one fails', async () => {
    const { source, options } = asked({ communications: [fact(2, '2017-12-02 08:00:00')], engagements: failed(500), bonuses: failed(404) });
    const { value, meta } = await source.campaigns!(range, options);
    expect(value.items).to.have.lengthOf(1);
    expect(meta.missingSources).to.deep.equal(['j_engagements']);
  });

  it('are an empty section where no table knows the customer, and an error where all fail', async () => {
    const nowhere = before(createSmarticoSource, dimensions);
    expect(await rejection(nowhere.source.campaigns!(range, nowhere.options))).to.be.instanceOf(NothingThere);
    const broken = asked({ communications: failed(403), engagements: failed(404), bonuses: failed(403) });
    expect(await rejection(broken.source.events!(range, broken.options))).to.have.property('kind', 'forbidden');
  });

  it('of another customer are refused, wherever they stand', async () => {
    const wrong: readonly TestTables[] = [
      { communications: [fact(2, '2017-12-02 08:00:00', { user_ext_id: '1' })] },
      { engagements: [{ ...start, user_ext_id: '1' }] },
      { bonuses: [bonus(1, '2017-12-02 08:00:00', { user_ext_id: '1' })] },
    ];
    for (const tables of wrong) {
      const { source, options } = asked(tables);
      expect(await rejection(source.campaigns!(range, options))).to.have.nested.property('details.reason', 'identity-mismatch');
    }
  });

  it('survive missing, renamed and additional columns', async () => {
    const bare = { FACT_DATE: '2017-12-02T08:00:00Z', FACT_TYPE_ID: '2', COMMUNICATION_ID: 'c', SURPRISE: { a: 1 } };
    expect(await messagesOf(bare)).to.deep.equal([{ communicationId: 'c', channel: 'unknown', lifecycle: [{ fact: 'sent', at: Date.UTC(2017, 11, 2, 8) }] }]);
    const drifted = asked(
      { communications: [{ when: '2017-12-02T08:00:00Z', fact_type_id: 2, communication_id: 'c' }], engagements: json([]), bonuses: json([]) },
      { aliases: { fact_date: 'WHEN' } },
    );
    expect((await drifted.source.events!(range, drifted.options)).value.items).to.have.lengthOf(1);
    const unknown = asked({ attribution: [{ a: 1 }] });
    expect(await rejection(unknown.source.impact!(range, unknown.options))).to.deep.include({
      kind: 'malformed',
      details: { reason: 'shape', paths: ['event_date', 'audience_id', 'value'] },
    });
  });
});
