/** Texts of \`<c360-profile>\`. Keys are unique across all slices. */
export interface ProfileMessages {
  readonly attributes: string;
}

/** English. */
export const englishProfile: ProfileMessages = {
  attributes: 'Attributes',
};
