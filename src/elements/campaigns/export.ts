import { type CsvValue, type FileFacts, toCsvFile } from '../../format/csv.js';
import { sumByImpact } from '../../model/attributed.js';
import { type CampaignDecision, IMPACTS } from '../../model/campaign.js';
import type { Instant } from '../../model/day.js';
import { MASK, type Maskable } from '../../model/masking.js';
import type { Money } from '../../model/money.js';
import { attributedValue, messagesOf, outcomeOf, reasonOf, STEPS } from './outcome.js';
import { maskableFact, maskableReason } from './personal.js';

export interface CampaignsFile extends FileFacts {
  readonly isMasked: (value: Maskable) => boolean;
  /** The customer's id as the source knows it, masked or not. */
  readonly id: string;
}

/** The decisions shown, a line each, with every documented field; exact digits, days and instants as machines write them. */
export function campaignsCsv(decisions: readonly CampaignDecision[], { isMasked, id, ...facts }: CampaignsFile): Blob {
  const columns = [...new Set(decisions.flatMap((decision) => decision.facts.map(({ column }) => column)))];
  const kpis = [...new Set(decisions.flatMap(({ kpisThatDay }) => kpisThatDay.map(([key]) => key)))];
  const head = [...Object.keys(toCells(emptyDecision, () => false)), ...kpis, ...columns];
  return toCsvFile(facts, [
    head,
    ...decisions.map((decision) => {
      const figures = new Map(decision.kpisThatDay);
      const further = new Map(decision.facts.map(({ column, value }) => [column, value !== null && isMasked(maskableFact(column, value, id)) ? MASK : value]));
      return [...Object.values(toCells(decision, isMasked)), ...kpis.map((key) => figures.get(key)), ...columns.map((column) => further.get(column))];
    }),
  ]);
}

/** Gives a file without rows its columns. */
const emptyDecision: CampaignDecision = {
  id: '',
  source: '',
  executionDate: null,
  decision: 'other',
  campaign: { id: '' },
  channels: [],
  tags: [],
  communications: [],
  attribution: [],
  bonuses: [],
  kpisThatDay: [],
  facts: [],
};

function toCells(row: CampaignDecision, isMasked: CampaignsFile['isMasked']): Readonly<Record<string, CsvValue>> {
  const { reached, failed, optedOut, messages } = outcomeOf(row);
  const reason = reasonOf(row);
  const { campaign, segment, action, journey, channels } = row;
  const list = (texts: readonly (string | undefined)[]) => [...new Set(texts.filter(Boolean))].join('; ');
  return {
    executionDate: row.executionDate,
    decision: row.decisionAsGiven ?? row.standsFor ?? row.decision,
    reason: reason !== undefined && isMasked(maskableReason(reason)) ? MASK : reason,
    takenFrom: row.takenFrom,
    campaignId: campaign.id,
    campaign: campaign.name,
    category: campaign.category,
    execType: campaign.execType,
    campaignStatus: campaign.status,
    targetGroup: row.targetGroup,
    segmentId: segment?.id,
    segment: segment?.name,
    segmentStatus: segment?.status,
    segmentType: segment?.type,
    segmentCreatedAt: instant(segment?.createdAt),
    segmentUpdatedAt: instant(segment?.updatedAt),
    actionId: action?.id,
    action: action?.name,
    planId: row.planId,
    planDetailId: row.planDetailId,
    channels: list(channels.map(({ name }) => name)),
    templates: list(channels.map(({ template }) => template)),
    providers: list(channels.map(({ providerName }) => providerName)),
    promotionId: row.promotionId,
    tags: list(row.tags),
    messages,
    messageIds: list(messagesOf(row).map(({ communicationId }) => communicationId)),
    ...Object.fromEntries(STEPS.slice(0, -1).map((step) => [step, reached[step]])),
    failed,
    optedOut,
    journeyId: journey?.id,
    journeyStartedAt: instant(journey?.startedAt),
    journeyStoppedAt: instant(journey?.stoppedAt),
    journeyExpectedStopAt: instant(journey?.expectedStopAt),
    journeyConvertedAt: instant(journey?.convertedAt),
    abTarget: journey?.abTarget,
    attributedDeposits: row.attribution.length,
    attributedValue: amounts(attributedValue(row)),
    ...Object.fromEntries(
      IMPACTS.map((impact) => [
        `${impact}Value`,
        list(
          sumByImpact(row.attribution)
            .filter((sum) => sum.impact === impact)
            .map(({ sums }) => amounts(sums)),
        ),
      ]),
    ),
    currency: list(row.attribution.map(({ value }) => value.currency)),
    bonuses: list(row.bonuses.map(({ bonusId, name, history }) => [name ?? bonusId, history.at(-1)?.status].filter(Boolean).join(': '))),
    source: row.source,
    updatedAt: instant(row.updatedAt),
  };
}

function instant(at: Instant | null | undefined): string | undefined {
  return at === undefined || at === null ? undefined : new Date(at).toISOString();
}

/** One sum as a plain number; several of different currencies with their codes, since they are never summed. */
function amounts(sums: readonly Money[]): string {
  return sums.length > 1 ? sums.map(({ amount, currency }) => `${amount} ${currency ?? ''}`.trim()).join('; ') : (sums[0]?.amount ?? '');
}
