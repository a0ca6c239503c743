const said = new Set<string>();

/**
 * The one place that writes to the console: a configuration mistake, once, with the README's section that explains it.
 * Never called with data of a customer, nor with a token (TH14).
 */
export function warnOnce(message: string, section: string): void {
  if (said.has(message)) return;
  said.add(message);
  // biome-ignore lint/suspicious/noConsole: the one warning a mistake in the set-up deserves
  console.warn(`c360-elements: ${message}. See README.md#${section}`);
}
