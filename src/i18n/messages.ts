import type { BriefMessages } from './slices/brief.js';
import type { CampaignDetailsMessages } from './slices/campaign-details.js';
import type { CampaignsMessages } from './slices/campaigns.js';
import type { CustomizeMessages } from './slices/customize.js';
import type { IdentityMessages } from './slices/identity.js';
import type { ImpactMessages } from './slices/impact.js';
import type { PanelMessages } from './slices/panel.js';
import type { PredictionsMessages } from './slices/predictions.js';
import type { ProfileMessages } from './slices/profile.js';
import type { ProofMessages } from './slices/proof.js';
import type { SearchMessages } from './slices/search.js';
import type { SearchFieldMessages } from './slices/search-field.js';
import type { SharedMessages } from './slices/shared.js';
import type { TermsMessages } from './slices/terms.js';
import type { TimeFrameMessages } from './slices/time-frame.js';
import type { TimelineMessages } from './slices/timeline.js';

/**
 * Every text of every section, one flat set of keys. A locale has all of them; a section's code imports only its own
 * English slice, the common one and the shared one, so that a page with one section carries only its own words.
 */
export type Messages = SharedMessages &
  PanelMessages &
  IdentityMessages &
  TimeFrameMessages &
  SearchMessages &
  SearchFieldMessages &
  ProfileMessages &
  BriefMessages &
  CustomizeMessages &
  ImpactMessages &
  TimelineMessages &
  ProofMessages &
  CampaignsMessages &
  CampaignDetailsMessages &
  PredictionsMessages;

/** What a host may set as `messages`: texts per key; a plain string may stand for a text with arguments (`{0}`, `{1}`). */
export type MessageOverrides = { readonly [Key in keyof (Messages & TermsMessages)]?: (Messages & TermsMessages)[Key] | string };
