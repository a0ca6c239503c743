import { canonicalLanguage } from '../model/language.js';

/** Stands where a value is absent or unreadable (V3); beside it goes `messages.noValue` for those who listen. */
export const NO_VALUE = '—';

/** Makes each formatter once, as `Intl`'s are slow to build; `undefined` where the platform refuses the options. */
function createCache<Options extends object, Format>(create: (locales: string[], options: Options) => Format) {
  const formats = new Map<string, Format | undefined>();
  return (language: string, options: Options): Format | undefined => {
    // Apart by what no zone or currency of a backend may hold: a wrong one must not stand for a right one.
    const key = `${language} ${Object.entries(options).join('\0')}`;
    if (!formats.has(key)) {
      let format: Format | undefined;
      try {
        // English after it: the language of the viewer's machine is none that anybody asked for.
        format = create([canonicalLanguage(language), 'en'], options);
      } catch {}
      formats.set(key, format);
    }
    return formats.get(key);
  };
}

/** The formatter of numbers for a language. */
export const numberFormat = /* @__PURE__ */ createCache((locales, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locales, options));

/** The formatter of dates for a language, always in the Gregorian calendar: days arrive in it and months are counted in it. */
export const dateFormat = /* @__PURE__ */ createCache(
  (locales, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locales, { calendar: 'gregory', ...options }),
);

/** The formatter of distances in time for a language. */
export const relativeFormat = /* @__PURE__ */ createCache((locales, options: Intl.RelativeTimeFormatOptions) => new Intl.RelativeTimeFormat(locales, options));

/** The formatter of enumerations for a language. */
export const listFormat = /* @__PURE__ */ createCache((locales, options: Intl.ListFormatOptions) => new Intl.ListFormat(locales, options));
