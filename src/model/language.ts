/** A name of the language that `Intl` takes: `en_US` becomes `en-US`, nonsense becomes English (F23, V25). */
export function canonicalLanguage(language: string): string {
  try {
    return Intl.getCanonicalLocales(language.trim().replaceAll('_', '-'))[0]!;
  } catch {
    return 'en';
  }
}
