import { englishBrief } from '../../src/i18n/slices/brief.js';
import { englishCampaignDetails } from '../../src/i18n/slices/campaign-details.js';
import { englishCampaigns } from '../../src/i18n/slices/campaigns.js';
import { englishCommon } from '../../src/i18n/slices/common.js';
import { englishCustomize } from '../../src/i18n/slices/customize.js';
import { englishIdentity } from '../../src/i18n/slices/identity.js';
import { englishImpact } from '../../src/i18n/slices/impact.js';
import { englishPanel } from '../../src/i18n/slices/panel.js';
import { englishPredictions } from '../../src/i18n/slices/predictions.js';
import { englishProfile } from '../../src/i18n/slices/profile.js';
import { englishProof } from '../../src/i18n/slices/proof.js';
import { englishSearch } from '../../src/i18n/slices/search.js';
import { englishSearchField } from '../../src/i18n/slices/search-field.js';
import { englishShared } from '../../src/i18n/slices/shared.js';
import { englishTerms } from '../../src/i18n/slices/terms.js';
import { englishTimeFrame } from '../../src/i18n/slices/time-frame.js';
import { englishTimeline } from '../../src/i18n/slices/timeline.js';

/** Every English text of every section, slice by slice. */
export const english: readonly object[] = [
  englishCommon,
  englishShared,
  englishPanel,
  englishIdentity,
  englishTimeFrame,
  englishSearch,
  englishSearchField,
  englishProfile,
  englishBrief,
  englishCustomize,
  englishImpact,
  englishTimeline,
  englishProof,
  englishCampaigns,
  englishCampaignDetails,
  englishPredictions,
  englishTerms,
];
