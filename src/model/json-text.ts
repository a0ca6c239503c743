/**
 * A value as JSON, whatever an old library of the page has made of arrays, texts or all objects (`Array.prototype.toJSON`, HP7): with
 * `JSON.stringify` alone two questions could become one key, and a list could leave as a text.
 */
export function jsonText(value: unknown): string {
  return JSON.stringify(value, asItIs);
}

/** What stands in the holder, in place of what its `toJSON` gave; integers of any length as their digits. */
function asItIs(this: { readonly [key: string]: unknown }, key: string): unknown {
  const value = this[key];
  return typeof value === 'bigint' ? String(value) : value;
}
