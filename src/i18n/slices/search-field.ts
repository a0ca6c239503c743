/** Texts of the field of `<c360-search>`. Keys are unique across all slices. */
export interface SearchFieldMessages {
  readonly findCustomer: string;
  readonly searchHint: string;
}

/** English. */
export const englishSearchField: SearchFieldMessages = {
  findCustomer: 'Find a customer',
  searchHint: 'E-mail, phone, ID …',
};
