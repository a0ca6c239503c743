// The panel as a team would write it by hand: React and Recharts in one bundle, a component for each section, each asking for its own
// data. It does less than ours: nothing opens, nothing is masked, there are no languages, no keys and no states but "Loading".
import { createElement as h, type ReactNode, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { CartesianGrid, Legend, Line, LineChart, ReferenceLine, Tooltip, XAxis, YAxis } from 'recharts';
import type { ActivityWire, CampaignsWire, EventsWire, ImpactWire, MetricsWire, MetricWire, PredictionsWire, ProfileWire } from '../../../mocks/wire.js';

const query = 'from=2017-07-01&to=2017-12-31&timeZone=UTC';

function useAnswer<Answer>(resource: string): Answer | undefined {
  const [answer, setAnswer] = useState<Answer>();
  useEffect(() => {
    const { customer } = document.documentElement.dataset;
    const aborting = new AbortController();
    fetch(`/api/customers/${customer}${resource}`, { signal: aborting.signal })
      .then((response) => response.json())
      .then(setAnswer, () => undefined);
    return () => aborting.abort();
  }, [resource]);
  return answer;
}

const time = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
const money = new Intl.NumberFormat('en', { style: 'currency', currency: 'USD' });
const share = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 1 });

/** A section; `data-shown` once it shows what it has asked for. */
const section = (title: string, isShown: boolean, height: number, ...children: ReactNode[]) =>
  h(
    'section',
    { className: 'section', style: { minHeight: height }, 'data-shown': isShown || undefined },
    h('h2', null, title),
    ...(isShown ? children : ['Loading']),
  );

function Profile() {
  const profile = useAnswer<ProfileWire>('');
  const metrics = useAnswer<MetricsWire>(`/metrics?${query}`);
  const card = (label: string, metric: MetricWire | undefined) => {
    const value = metric?.value;
    return h(
      'div',
      { className: 'card' },
      h('span', null, label),
      h('b', null, value && typeof value === 'object' ? money.format(Number(value.amount)) : value),
    );
  };
  return section(
    'Customer',
    !!profile && !!metrics,
    900,
    h(
      'h1',
      null,
      profile?.customer.displayName,
      ' ',
      profile?.customer.flags?.map(({ label }) => h('mark', { key: label }, label)),
    ),
    h(
      'div',
      { className: 'cards' },
      card('Total spend', metrics?.totalSpend),
      card('Lifetime value', metrics?.customerLifetimeValue),
      card('Purchases', metrics?.numberOfPurchases),
    ),
    h(
      'ul',
      null,
      profile?.customer.consents?.map(({ channel, status, since }) => h('li', { key: channel }, channel, ' ', h('b', null, status), ' ', since)),
    ),
    h(
      'p',
      null,
      profile?.segments?.map(({ id, name }) => h('mark', { key: id }, name)),
    ),
    h(
      'dl',
      null,
      profile?.fields.flatMap(({ key, label }) => [h('dt', { key }, label ?? key), h('dd', { key: `${key} value` }, String(profile.values[key] ?? '–'))]),
    ),
  );
}

const colors = ['#2a6', '#26a', '#a62', '#a26', '#666'];

function Impact() {
  const impact = useAnswer<ImpactWire>(`/impact?${query}`);
  const shown = impact?.kpis.slice(0, colors.length) ?? [];
  const rows = impact?.dates.map((date, index) => ({ date, ...Object.fromEntries(shown.map(({ key, values }) => [key, Number(values[index])])) })) ?? [];
  return section(
    'Campaign impact',
    !!impact,
    420,
    h(
      LineChart,
      { data: rows, width: 900, height: 320 },
      h(CartesianGrid),
      h(XAxis, { dataKey: 'date' }),
      h(YAxis, { yAxisId: 'money' }),
      h(YAxis, { yAxisId: 'count', orientation: 'right' }),
      h(Tooltip),
      h(Legend),
      ...(impact?.targetingDays.map(({ date }) => h(ReferenceLine, { key: date, x: date, yAxisId: 'money' })) ?? []),
      ...shown.map(({ key, label, unit }, index) =>
        h(Line, { key, yAxisId: unit, dataKey: key, name: label ?? key, stroke: colors[index] ?? '', dot: false, isAnimationActive: false }),
      ),
    ),
  );
}

const DAY = 86_400_000;
const lanes = ['site', 'email', 'purchase', 'other'];
const START = Date.parse('2017-07-01');

function Timeline() {
  const activity = useAnswer<ActivityWire>(`/activity?${query}`);
  const events = useAnswer<EventsWire>(`/events?${query}&limit=200`);
  const dots = activity?.days.map(({ date, lane, count }) =>
    h('circle', {
      key: date + lane,
      cx: ((Date.parse(date) - START) / DAY) * 4.8,
      cy: 16 + lanes.indexOf(lane) * 30,
      r: Math.min(12, 2 + Math.sqrt(count)),
      fill: colors[lanes.indexOf(lane)],
    }),
  );
  const rows = events?.items.map(({ id, at, name, type, source, value }) =>
    h(
      'li',
      { key: id },
      h('time', { dateTime: at }, time.format(Date.parse(at))),
      h('b', null, name ?? type),
      h('span', null, source),
      value && h('span', null, money.format(Number(value.amount))),
    ),
  );
  return section('Timeline', !!activity && !!events, 700, h('svg', { width: 900, height: 130 }, dots), h('ul', { className: 'list' }, rows));
}

function Campaigns() {
  const campaigns = useAnswer<CampaignsWire>('/campaigns?from=2017-07-01&to=2017-12-31&limit=200');
  const cells = campaigns?.items.map(({ id, executionDate, campaign, decision, channels }) =>
    h(
      'tr',
      { key: id },
      [executionDate, campaign.name, decision, channels?.map(({ name }) => name).join(', ')].map((text, cell) => h('td', { key: cell }, text)),
    ),
  );
  return section('Campaigns', !!campaigns, 600, h('table', null, h('tbody', null, cells)));
}

function Predictions() {
  const predictions = useAnswer<PredictionsWire>('/predictions');
  const likelihoods = Array.isArray(predictions?.likelihoods)
    ? (predictions.likelihoods as readonly { action?: string; probability?: number; distribution?: { bins: readonly number[] } }[])
    : [];
  const bars = likelihoods.map(({ action, probability, distribution }) => {
    const highest = Math.max(1, ...(distribution?.bins ?? []));
    return h(
      'div',
      { key: action },
      h('span', null, action),
      h('b', null, probability === undefined ? '–' : share.format(probability)),
      h(
        'svg',
        { width: 120, height: 24 },
        distribution?.bins.map((count, bin) => h('rect', { key: bin, x: bin * 4, y: 24 - (24 * count) / highest, width: 3, height: (24 * count) / highest })),
      ),
    );
  });
  return section('Predictions', !!predictions, 300, bars);
}

createRoot(document.querySelector('main') as HTMLElement).render(
  [Profile, Impact, Timeline, Campaigns, Predictions].map((part, index) => h(part, { key: index })),
);
