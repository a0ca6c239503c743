import type { ErrorKind, SourceError } from '../model/source-error.js';
import type { CommonMessages } from './slices/common.js';

/** What to say about a failure: what happened, and what a person can do about it. */
export interface ErrorText {
  readonly title: string;
  readonly help?: string;
}

type Text = { [Key in keyof CommonMessages]: CommonMessages[Key] extends string ? Key : never }[keyof CommonMessages];

const kinds: { readonly [Kind in ErrorKind]: readonly [title: Text, help?: Text] } = {
  offline: ['errorOffline', 'errorOfflineHelp'],
  timeout: ['errorTimeout', 'tryLater'],
  unreachable: ['errorUnreachable', 'errorUnreachableHelp'],
  unauthorized: ['errorUnauthorized', 'errorUnauthorizedHelp'],
  forbidden: ['errorForbidden', 'errorForbiddenHelp'],
  'not-found': ['errorNotFound', 'errorNotFoundHelp'],
  gone: ['errorGone'],
  conflict: ['errorConflict', 'errorConflictHelp'],
  rejected: ['errorRejected', 'tellIntegrator'],
  'rate-limited': ['errorRateLimited', 'errorRateLimitedHelp'],
  server: ['errorServer', 'tryLater'],
  malformed: ['errorMalformed', 'tellIntegrator'],
  render: ['errorRender', 'tellIntegrator'],
  config: ['errorConfig', 'tellIntegrator'],
};

/** Reasons that say more than their kind; whatever is not here reads as its kind. */
const reasons: ReadonlyMap<string, Text> = new Map([
  ['malformed: identity-mismatch', 'errorIdentity'],
  ['malformed: too-large', 'errorTooLarge'],
  ['config: customer-id', 'errorConfigCustomerId'],
  ['config: base-url', 'errorConfigBaseUrl'],
  ['config: mixed-content', 'errorConfigMixedContent'],
  ['config: time-frame', 'errorConfigTimeFrame'],
  ['config: time-frame-inverted', 'errorConfigTimeFrameInverted'],
  ['config: as-of', 'errorConfigAsOf'],
  ['config: source', 'errorConfigSource'],
  ['config: endpoints', 'errorConfigEndpoints'],
  ['config: origin', 'errorConfigEndpoints'],
  ['config: page-policy', 'errorConfigPagePolicy'],
]);

/** The one place where a failure becomes words. */
export function errorText({ kind, details }: Pick<SourceError, 'kind' | 'details'>, messages: CommonMessages): ErrorText {
  const [title, help] = kinds[kind];
  return { title: messages[reasons.get(`${kind}: ${details.reason}`) ?? title], ...(help && { help: messages[help] }) };
}
