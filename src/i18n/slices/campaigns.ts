/** Texts of \`<c360-campaigns>\`. Keys are unique across all slices. */
export interface CampaignsMessages {
  readonly targetGroup: string;
}

/** English. */
export const englishCampaigns: CampaignsMessages = {
  targetGroup: 'Target group',
};
