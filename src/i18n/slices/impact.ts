import { createPlural } from '../plural.js';

/** Texts of `<c360-impact-chart>`. Dates, numbers and amounts arrive formatted. Keys are unique across all slices. */
export interface ImpactMessages {
  readonly cumulative: string;
  readonly lastMonth: string;
  readonly impactMode: string;
  readonly impactSeries: string;
  /** The summary before the chart is entered. */
  readonly impactSummary: (series: string, from: string, to: string, campaignDays: number, formatted: string) => string;
  /** `Gross sales from $10 to $20`. */
  readonly impactSeriesSummary: (label: string, first: string, last: string) => string;
  readonly impactDay: string;
  readonly noSnapshot: string;
  readonly noSeries: string;
  readonly nothingOnDay: string;
  readonly campaignsOnDay: (count: number, formatted: string) => string;
  /** What its source knows a campaign by: `ID 30, action 4`. */
  readonly campaignIds: (campaign: string, action: string | undefined) => string;
  readonly showProfileOfDay: string;
  readonly effectOf: (campaign: string) => string;
  readonly effectDays: string;
  readonly daysShort: (days: number, formatted: string) => string;
  readonly before: string;
  readonly after: string;
  readonly effectUnfinished: string;
  readonly effectOverlap: (count: number, formatted: string) => string;
  readonly effectCaution: string;
  readonly effectNotReceived: string;
  readonly attributed: string;
  /** Names a line of money by what brought it about: `Attributed value: click`. */
  readonly attributedValue: (impact: string) => string;
  readonly impactDelivery: string;
  readonly impactImpression: string;
  readonly impactInteraction: string;
  readonly impactIndirect: string;
  readonly mayStillChange: string;
  readonly mixedCurrencies: (codes: string) => string;
  readonly columnsBehind: string;
  readonly brushHint: string;
  readonly copyQuery: string;
  readonly viewAsTable: string;
}

const plural = createPlural('en');

/** English. */
export const englishImpact: ImpactMessages = {
  cumulative: 'Cumulative',
  lastMonth: 'Last month',
  impactMode: 'Figures',
  impactSeries: 'Shown in the chart',
  impactSummary: (series, from, to, days, formatted) =>
    `${series}, ${from} to ${to}. ${plural(days, formatted, { one: '# campaign day', other: '# campaign days' })}.`,
  impactSeriesSummary: (label, first, last) => `${label} from ${first} to ${last}`,
  impactDay: 'Day in the chart',
  noSnapshot: 'No snapshot',
  noSeries: 'Choose a figure to draw',
  nothingOnDay: 'No campaign on this day',
  campaignsOnDay: (count, formatted) => plural(count, formatted, { one: '# campaign', other: '# campaigns' }),
  campaignIds: (campaign, action) => (action === undefined ? `ID ${campaign}` : `ID ${campaign}, action ${action}`),
  showProfileOfDay: 'Profile on this day',
  effectOf: (campaign) => `Around ${campaign}`,
  effectDays: 'Days before and after',
  daysShort: (days, formatted) => plural(days, formatted, { one: '# day', other: '# days' }),
  before: 'before',
  after: 'after',
  effectUnfinished: 'not over yet',
  effectOverlap: (count, formatted) =>
    plural(count, formatted, { one: '# other campaign falls into these days.', other: '# other campaigns fall into these days.' }),
  effectCaution: 'A difference is not proof of cause.',
  effectNotReceived: 'The customer did not receive this one.',
  attributed: 'Attributed',
  attributedValue: (impact) => `Attributed value: ${impact}`,
  impactDelivery: 'delivery',
  impactImpression: 'impression',
  impactInteraction: 'click',
  impactIndirect: 'indirect',
  mayStillChange: 'may still change',
  mixedCurrencies: (codes) => `Different currencies: ${codes}. Lines are not comparable.`,
  columnsBehind: 'Columns',
  brushHint: 'Drag across the chart to narrow the time frame',
  copyQuery: 'Copy query',
  viewAsTable: 'Table',
};
