/** A name of the language that `Intl` takes: `en_US` becomes `en-US`, nonsense becomes English (F23, V25). */
export function canonicalLanguage(language: string): string {
  try {
    return Intl.getCanonicalLocales(String(language).trim().replaceAll('_', '-'))[0] ?? 'en';
  } catch {
    return 'en';
  }
}
