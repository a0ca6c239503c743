/** Texts of the dialog that chooses attributes for all customers; they come with its code, on use. Keys are unique across all slices. */
export interface CustomizeMessages {
  readonly customizeTitle: string;
  readonly forAllCustomers: string;
  readonly settingsReadOnly: string;
  readonly shownAttributes: string;
  readonly hiddenAttributes: string;
  readonly customAttribute: string;
  readonly unknownAttribute: string;
  readonly moveUp: (name: string) => string;
  readonly moveDown: (name: string) => string;
  readonly hideAttribute: (name: string) => string;
  readonly showAttribute: (name: string) => string;
  /** Said after a move: `Loyalty points: 3 of 9`. */
  readonly placeOf: (name: string, place: string, total: string) => string;
  readonly show: string;
  readonly resetToDefault: string;
  readonly saving: string;
  readonly saved: string;
  readonly notSaved: (reason: string) => string;
  readonly changedByOthers: string;
  readonly openAgain: string;
}

/** English. */
export const englishCustomize: CustomizeMessages = {
  customizeTitle: 'Customize viewable attributes',
  forAllCustomers: 'Applies to all customers, for everybody who uses this page.',
  settingsReadOnly: 'The backend keeps no choice of attributes, or you may not change it. The default set is shown.',
  shownAttributes: 'Shown, in this order',
  hiddenAttributes: 'Not shown',
  customAttribute: 'custom',
  unknownAttribute: 'not on this customer',
  moveUp: (name) => `Move ${name} up`,
  moveDown: (name) => `Move ${name} down`,
  hideAttribute: (name) => `Hide ${name}`,
  showAttribute: (name) => `Show ${name}`,
  placeOf: (name, place, total) => `${name}: ${place} of ${total}`,
  show: 'Show',
  resetToDefault: 'Default set',
  saving: 'Saving',
  saved: 'Saved for all customers',
  notSaved: (reason) => `Not saved: ${reason}.`,
  changedByOthers: 'Somebody else changed this meanwhile. The newest choice is shown.',
  openAgain: 'Open again',
};
