/** Texts of \`<c360-search>\`. Keys are unique across all slices. */
export interface SearchMessages {
  readonly findCustomer: string;
}

/** English. */
export const englishSearch: SearchMessages = {
  findCustomer: 'Find a customer',
};
