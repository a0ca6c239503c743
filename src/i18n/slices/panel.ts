/** Texts of \`<c360-panel>\`: header, time frame, trust strip. Keys are unique across all slices. */
export interface PanelMessages {
  readonly timeFrame: string;
}

/** English. */
export const englishPanel: PanelMessages = {
  timeFrame: 'Time frame',
};
