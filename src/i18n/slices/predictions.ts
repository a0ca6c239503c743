/** Texts of \`<c360-predictions>\`. Keys are unique across all slices. */
export interface PredictionsMessages {
  readonly predictedClv: string;
}

/** English. */
export const englishPredictions: PredictionsMessages = {
  predictedClv: 'Predicted lifetime value',
};
