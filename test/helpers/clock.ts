/** The moment at which tests live: noon of the last day of the recorded households (T42); the mocks have `MOCK_NOW`, that evening. */
export const NOW = '2017-12-31T12:00:00Z';

/** A clock that stands still, for the `now` property. */
export function fixedNow(): Date {
  return new Date(NOW);
}
