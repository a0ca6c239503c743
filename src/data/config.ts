import { type ResolvedSettings, resolveSettings, SETTING_KEYS, type Settings } from './settings.js';
import { warnOnce } from './warn.js';

let pageWide: ResolvedSettings | undefined;
let given: Settings = {};
const listeners = new Set<() => void>();

/**
 * Sets what every element of the page uses unless it, or a provider around it, says otherwise. Later calls add to earlier ones;
 * a member set to `undefined` falls back to its default. Unknown members are ignored with one warning.
 *
 * @example
 * configure({ baseUrl: '/api/c360', getToken: () => session.token(), currency: 'EUR' });
 */
export function configure(settings: Settings): void {
  const known: Record<string, unknown> = { ...given };
  for (const key of Object.keys(settings)) {
    // Looked up in the list of names and never in an object, so that `__proto__` in a configuration file does nothing (X8).
    if ((SETTING_KEYS as readonly string[]).includes(key)) known[key] = settings[key as keyof Settings];
    else warnOnce(`configure(): unknown setting "${key}"`, 'embed-it');
  }
  given = known as Settings;
  pageWide = undefined;
  for (const listener of [...listeners]) listener();
}

/** The page-wide settings. */
export function pageSettings(): ResolvedSettings {
  pageWide ??= resolveSettings(given, undefined);
  return pageWide;
}

/** Calls back on each `configure()`; gives the function that ends it. */
export function onConfigure(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
