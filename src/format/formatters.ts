/** Stands where a value is absent or unreadable (V3); beside it goes `messages.noValue` for those who listen. */
export const NO_VALUE = '—';

const localesOf = new Map<string, readonly string[]>();

/**
 * The language as `Intl` takes it, then English: a name the platform refuses (`en_US`, F23) or does not know must neither
 * throw nor fall back to the language of the viewer's machine, which nobody asked for.
 */
function toLocales(language: string): readonly string[] {
  let locales = localesOf.get(language);
  if (!locales) {
    try {
      locales = [...Intl.getCanonicalLocales(String(language).trim().replaceAll('_', '-')), 'en'];
    } catch {
      locales = ['en'];
    }
    localesOf.set(language, locales);
  }
  return locales;
}

/** Makes each formatter once, as `Intl`'s are slow to build; `undefined` where the platform refuses the options. */
function createCache<Options extends object, Format>(create: (locales: string[], options: Options) => Format) {
  const formats = new Map<string, Format | undefined>();
  return (language: string, options: Options): Format | undefined => {
    // Apart by what no zone or currency of a backend may hold: a wrong one must not stand for a right one.
    const key = `${language} ${Object.entries(options).join('\0')}`;
    if (!formats.has(key)) {
      let format: Format | undefined;
      try {
        format = create([...toLocales(language)], options);
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
