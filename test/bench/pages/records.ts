// Many campaigns, and many attributes, one customer after another.
import 'tabulator-tables/dist/css/tabulator.min.css';
import { generateAttributes, generateCampaigns } from '../../../mocks/data/generate.js';
import { hold, isReady, prepared } from './ours.js';
import { offer, painted, place } from './timing.js';

const campaigns = generateCampaigns(10_000);

function attributesOf(id: string) {
  const attributes = generateAttributes(500, { seed: id });
  return {
    customer: { id, displayName: `Customer ${id}`, identifiers: [{ type: 'email', value: `${id}@example.test` }] },
    asOf: '2017-12-31',
    fields: attributes.map(([field]) => ({ ...field, default: true })),
    values: Object.fromEntries(attributes.map(([{ key }, value]) => [key, value])),
  };
}

/** The least: all attributes as text in a list, made by the parser. */
function attributesByHand(into: HTMLElement, { fields, values }: ReturnType<typeof attributesOf>): void {
  into.innerHTML = `<dl>${fields.map(({ key, label }) => `<dt>${label ?? key}</dt><dd>${values[key] ?? '–'}</dd>`).join('')}</dl>`;
}

const people = ['ada', 'ben', 'cleo', 'dan', 'eve'];

async function switching(show: (id: string) => void, isDone: (id: string) => boolean): Promise<number> {
  const times: number[] = [];
  for (let index = 0; index < 50; index++) {
    const id = people[index % people.length] ?? '';
    times.push(
      await painted(
        () => show(id),
        () => isDone(id),
      ),
    );
  }
  return times.sort((left, right) => left - right)[25] ?? Number.NaN;
}

offer({
  'campaigns: ours': async () => {
    await hold({ ada: { campaigns: { items: campaigns, nextCursor: null, total: campaigns.length } } });
    const element = await prepared('c360-campaigns', 760);
    const row = () => element.shadowRoot?.querySelector('[part~="campaign"]');
    const first = await painted(
      () => (element.customerId = 'ada'),
      () => isReady(element) && !!row(),
    );
    const before = row()?.textContent;
    const sort = await painted(
      () => (element.viewState = { ...element.viewState, order: { key: 'targetGroup', descending: false } }),
      () => row()?.textContent !== before,
    );
    return { first, sort };
  },
  'campaigns: Tabulator': async () => {
    const { TabulatorFull } = await import('tabulator-tables');
    const into = place(900, 760);
    const fields = ['executionDate', 'decision', 'campaign.name', 'targetGroup', 'action.name', 'reason', 'updatedAt'];
    let table: InstanceType<typeof TabulatorFull> | undefined;
    let isBuilt = false;
    const row = () => into.querySelector('.tabulator-row');
    const first = await painted(
      () => {
        table = new TabulatorFull(into, { data: campaigns as object[], columns: fields.map((field) => ({ field, title: field })), height: 700 });
        table.on('tableBuilt', () => (isBuilt = true));
      },
      () => isBuilt && !!row(),
    );
    const before = row()?.textContent;
    const sort = await painted(
      () => table?.setSort('targetGroup', 'asc'),
      () => row()?.textContent !== before,
    );
    return { first, sort };
  },
  'attributes: ours': async () => {
    await hold(Object.fromEntries(people.map((id) => [id, { profile: attributesOf(id) }])));
    const element = await prepared('c360-profile', 760);
    const first = await painted(
      () => (element.customerId = 'ada'),
      () => isReady(element),
    );
    const shows = (id: string) => isReady(element) && !!element.shadowRoot?.textContent?.includes(`Customer ${id}`);
    const change = await switching((id) => (element.customerId = id), shows);
    return { first, change };
  },
  'attributes: markup by hand': async () => {
    const answers = new Map(people.map((id) => [id, attributesOf(id)]));
    const into = place(900, 760);
    const show = (id: string) => attributesByHand(into, answers.get(id) ?? attributesOf(id));
    return { first: await painted(() => show('ada')), change: await switching(show, () => true) };
  },
});
