import type { Activity } from '../../model/activity.js';
import type { CampaignPage } from '../../model/campaign.js';
import type { ResourceName } from '../../model/connection.js';
import type { AttributeSettings, CustomerMatch, FieldValue, Metrics, Profile } from '../../model/customer.js';
import type { CustomerEvent, Page, Proof } from '../../model/event.js';
import type { Impact } from '../../model/impact.js';
import type { Predictions } from '../../model/prediction.js';
import { activity } from './activity.js';
import { campaigns } from './campaigns.js';
import { events } from './events.js';
import { impact } from './impact.js';
import { metrics } from './metrics.js';
import { predictions } from './predictions.js';
import { attributeSettings, profile, revealedField, search } from './profile.js';
import { proof } from './proof.js';
import type { Shape } from './shape.js';

/** What each resource of section 4 becomes. */
export interface Resources extends Record<ResourceName, unknown> {
  readonly search: readonly CustomerMatch[];
  readonly profile: Profile;
  readonly field: FieldValue;
  readonly attributeSettings: AttributeSettings;
  readonly metrics: Metrics;
  readonly impact: Impact;
  readonly activity: Activity;
  readonly events: Page<CustomerEvent>;
  readonly proof: Proof;
  readonly campaigns: CampaignPage;
  readonly predictions: Predictions;
}

/** Contract section 4, version 1: what every answer must look like, whoever gives it. */
export const RESOURCES: { readonly [Name in ResourceName]: Shape<Resources[Name]> } = {
  search,
  profile,
  field: revealedField,
  attributeSettings,
  metrics,
  impact,
  activity,
  events,
  proof,
  campaigns,
  predictions,
};
