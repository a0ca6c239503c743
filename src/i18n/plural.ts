/** Which form of a noun a language wants; every language has `other`. */
export type PluralForms = { readonly [Category in Intl.LDMLPluralRule]?: string } & { readonly other: string };

const rules = new Map<string, Intl.PluralRules | undefined>();

/** Gives the one rule set of a language, made when first asked for; `undefined` where the platform refuses the name. */
function rulesOf(language: string): Intl.PluralRules | undefined {
  if (!rules.has(language)) {
    try {
      rules.set(language, new Intl.PluralRules(language));
    } catch {
      rules.set(language, undefined);
    }
  }
  return rules.get(language);
}

/**
 * Makes a language's chooser of plural forms: `plural(2, '2', { one: '# record', other: '# records' })` gives `2 records`.
 * The count decides, the formatted text replaces `#`.
 */
export function createPlural(language: string): (count: number, formatted: string, forms: PluralForms) => string {
  return (count, formatted, forms) => {
    const category = Number.isFinite(count) ? rulesOf(language)?.select(count) : undefined;
    return ((category && forms[category]) ?? forms.other).replaceAll('#', () => formatted);
  };
}
