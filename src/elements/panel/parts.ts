import type { SectionName } from '../../model/resource.js';

/** Parts every section has. */
const common = ['section', 'header', 'heading', 'body', 'note', 'error', 'retry', 'empty', 'skeleton'];

/** Parts of each section beside the common ones; a test holds them equal to the class comments. */
const own: { readonly [Section in SectionName]: readonly string[] } = {
  profile: ['identity', 'flag', 'identifier', 'brief', 'metrics', 'metric', 'consents', 'attributes', 'attribute', 'snapshot', 'past'],
  impact: ['chart', 'legend', 'day', 'effect', 'table'],
  timeline: ['overview', 'dot', 'event'],
  campaigns: ['pressure', 'toolbar', 'filter', 'table', 'campaign', 'details', 'message', 'bonus'],
  predictions: ['prediction', 'graph'],
};

/** For `exportparts`: each part of a section under the section's prefix, `profile-attribute` (contract section 6). */
export function exportedParts(section: SectionName): string {
  return [...common, ...own[section]].map((part) => `${part}:${section}-${part}`).join(',');
}
