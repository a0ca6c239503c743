import type { MessageOverrides, Messages } from './messages.js';

/** Languages that ship beside English; each is a file of its own, loaded when first asked for. */
const loaders = {
  ar: () => import('./locales/ar.js'),
  de: () => import('./locales/de.js'),
  es: () => import('./locales/es.js'),
  fr: () => import('./locales/fr.js'),
  he: () => import('./locales/he.js'),
  ja: () => import('./locales/ja.js'),
  pt: () => import('./locales/pt.js'),
} as const;

/** A language whose texts ship on demand. */
export type LocaleName = keyof typeof loaders;

/** The shipped language for a BCP 47 name (`de-AT`, also `de_AT`), or `undefined` for English and whatever does not ship. */
export function negotiateLocale(language: string): LocaleName | undefined {
  const primary = language.trim().toLowerCase().split(/[-_]/)[0]!;
  return isLocaleName(primary) ? primary : undefined;
}

function isLocaleName(name: string): name is LocaleName {
  return Object.hasOwn(loaders, name);
}

const loaded = new Map<LocaleName, Partial<Messages>>();

/** The texts of a language that has been loaded already, at once. */
export function loadedLocale(language: string): Partial<Messages> | undefined {
  const name = negotiateLocale(language);
  return name && loaded.get(name);
}

/** Loads the texts of a language; `undefined` means English. Never rejects: a file that cannot be loaded leaves English. */
export async function loadLocale(language: string): Promise<Partial<Messages> | undefined> {
  const name = negotiateLocale(language);
  if (!name) return undefined;
  try {
    const { messages } = await loaders[name]();
    loaded.set(name, messages);
    return messages;
  } catch {
    return undefined;
  }
}

/**
 * Lays texts over English, key by key, later layers winning. Keys English does not have are ignored and so are values of
 * another kind, except that a string may stand for a text with arguments.
 */
export function mergeMessages<Slice extends object>(english: Slice, ...layers: readonly (MessageOverrides | undefined)[]): Slice {
  const wanted = new Map<string, unknown>(Object.entries(english));
  const texts: Record<string, unknown> = {};
  for (const layer of layers) {
    for (const [key, text] of Object.entries(layer ?? {})) {
      const kind = typeof wanted.get(key);
      if (kind === 'undefined') continue;
      if (typeof text === kind) texts[key] = text;
      else if (kind === 'function' && typeof text === 'string') texts[key] = fillingIn(text);
    }
  }
  return Object.freeze({ ...english, ...texts });
}

/** Turns `Not updated since {0}` into a text with arguments. */
function fillingIn(text: string): (...values: readonly unknown[]) => string {
  return (...values) => text.replace(/\{(\d)\}/g, (placeholder, index) => String(values[Number(index)] ?? placeholder));
}
