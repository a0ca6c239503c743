/** Texts of `<c360-campaigns>`. Keys are unique across all slices. */
export interface CampaignsMessages {
  readonly targetGroup: string;
  readonly template: string;
  readonly promotion: string;
  readonly tags: string;
  readonly outcome: string;
  readonly attributed: string;
  readonly stepSent: string;
  readonly stepDelivered: string;
  readonly stepSeen: string;
  /** The picture of an e-mail was loaded, which proxies do too (T33). */
  readonly stepProbablySeen: string;
  readonly stepClicked: string;
  readonly stepConverted: string;
  readonly detailsUnavailable: string;
}

/** English. */
export const englishCampaigns: CampaignsMessages = {
  targetGroup: 'Target group',
  template: 'Template',
  promotion: 'Promotion',
  tags: 'Tags',
  outcome: 'Outcome',
  attributed: 'Attributed',
  stepSent: 'sent',
  stepDelivered: 'delivered',
  stepSeen: 'seen',
  stepProbablySeen: 'probably seen',
  stepClicked: 'clicked',
  stepConverted: 'converted',
  detailsUnavailable: 'Details unavailable',
};
