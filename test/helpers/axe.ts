import axeCore from 'axe-core';
import { composedElements } from './dom.js';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Rules about a page as a whole; an element is not the page it stands in.
 */
const pageRules = ['region', 'page-has-heading-one', 'landmark-one-main', 'bypass', 'document-title', 'html-has-lang', 'heading-order'];

function describe({ id, help, nodes }: axeCore.Result): string {
  return `${id}: ${help}\n${nodes.map(({ target, failureSummary }) => `  ${JSON.stringify(target)} ${failureSummary}`).join('\n')}`;
}

/**
 * Fails when one of the elements breaks an accessibility rule; each call measures the whole page anew, so several are best looked at in
 * one. Fails as well when the check did not reach into an element and every open shadow root within: axe says nothing about what it
 * cannot see (F26).
 */
export async function axe(...elements: readonly Element[]): Promise<void> {
  if (elements.length === 0) throw new Error('There is nothing to look at.');
  const { violations, passes, incomplete } = await axeCore.run([...elements], {
    runOnly: { type: 'tag', values: rules },
    rules: Object.fromEntries(pageRules.map((rule) => [rule, { enabled: false }])),
    elementRef: true,
    resultTypes: ['violations', 'passes', 'incomplete'],
  });
  if (violations.length) throw new Error(violations.map(describe).join('\n'));

  const visited = new Set([...passes, ...incomplete].flatMap(({ nodes }) => nodes.map((node) => node.element?.getRootNode())));
  const hosts = elements.flatMap((element) => [element, ...composedElements(element)]).filter(({ shadowRoot }) => shadowRoot?.textContent?.trim());
  const missed = hosts.filter(({ shadowRoot }) => shadowRoot && !visited.has(shadowRoot)).map(({ localName }) => `<${localName}>`);
  if (missed.length) throw new Error(`axe did not look into ${missed.join(', ')}.`);
}
