/** Texts of \`<c360-impact-chart>\`. Keys are unique across all slices. */
export interface ImpactMessages {
  readonly cumulative: string;
}

/** English. */
export const englishImpact: ImpactMessages = {
  cumulative: 'Cumulative',
};
