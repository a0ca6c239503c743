import { createPlural } from '../plural.js';

/** Texts of what `<c360-search>` finds; its field has its own. Keys are unique across all slices. */
export interface SearchMessages {
  readonly searching: string;
  /** Fewer letters are typed than are asked for without Enter. */
  readonly typeMore: (least: string) => string;
  readonly recentCustomers: string;
  readonly customersFound: (count: number, formatted: string) => string;
  readonly nobodyFound: string;
  readonly nobodyFoundHelp: string;
  /** The source has no search, or none that is licensed. */
  readonly searchNotOffered: string;
  /** Two ids, or an id and what was typed, differ in nothing but letter case (T26). */
  readonly letterCaseDiffers: string;
  /** Tells results apart whose names are masked. */
  readonly customerNumber: (number: string) => string;
  readonly moreFound: string;
}

const plural = createPlural('en');

/** English. */
export const englishSearch: SearchMessages = {
  searching: 'Searching',
  typeMore: (least) => `Type at least ${least} characters, or press Enter.`,
  recentCustomers: 'Recent',
  customersFound: (count, formatted) => plural(count, formatted, { one: '# customer found', other: '# customers found' }),
  nobodyFound: 'No customer found',
  nobodyFoundHelp: 'Check the spelling, or try another identifier.',
  searchNotOffered: 'This backend offers no search',
  letterCaseDiffers: 'Differs in letter case',
  customerNumber: (number) => `Customer ${number}`,
  moreFound: 'There are more: type more of the identifier.',
};
