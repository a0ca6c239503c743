import type { RowSet } from '../../rest/row-set/read-rows.js';
import { type AttributionRecord, toAttribution } from './attribution.js';
import { type BonusRecord, toBonuses } from './bonuses.js';
import { type CommunicationRecord, toCommunications } from './communications.js';
import type { Dimensions } from './dimensions.js';
import { type JourneyRecord, toJourneys } from './journeys.js';

/** The fact tables of one customer; one that could not be read is missing. */
export interface FactTables {
  readonly communications?: RowSet;
  readonly engagements?: RowSet;
  readonly bonuses?: RowSet;
  readonly attribution?: RowSet;
}

/** What the fact tables tell together: messages, journeys, bonuses, money. */
export interface Story {
  readonly communications: readonly CommunicationRecord[];
  readonly journeys: readonly JourneyRecord[];
  readonly bonuses: readonly BonusRecord[];
  readonly attribution: readonly AttributionRecord[];
  readonly leftOut: number;
}

export function toStory({ communications, engagements, bonuses, attribution }: FactTables, dimensions: Dimensions, timeZone: string): Story {
  const messages = toCommunications(communications?.rows ?? [], dimensions);
  const journeys = toJourneys(engagements?.rows ?? [], dimensions);
  const gifts = toBonuses(bonuses?.rows ?? [], dimensions);
  const money = toAttribution(attribution?.rows ?? [], timeZone);
  return {
    communications: messages.records,
    journeys: journeys.records,
    bonuses: gifts.records,
    attribution: money.records,
    leftOut: [messages, journeys, gifts, money, communications, engagements, bonuses, attribution].reduce((sum, part) => sum + (part?.leftOut ?? 0), 0),
  };
}
