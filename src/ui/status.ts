import { html, nothing, type TemplateResult } from 'lit';
import type { CommonMessages } from '../i18n/slices/common.js';
import type { EmptyReason, Meta } from '../model/resource.js';
import type { ErrorKind, SourceError } from '../model/source-error.js';
import type { ChosenTimeFrame } from '../model/time-frame.js';
import { alertIcon, refreshIcon } from './icons.js';

type TextKey = { [Key in keyof CommonMessages]: CommonMessages[Key] extends string ? Key : never }[keyof CommonMessages];

/** What happened, and what a person can do about it, for each kind of failure. */
const errorTexts: { readonly [Kind in ErrorKind]: readonly [title: TextKey, help?: TextKey] } = {
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
  malformed: ['errorMalformed', 'tryLater'],
  render: ['errorRender', 'tellIntegrator'],
  config: ['errorConfig', 'tellIntegrator'],
};

/** Reasons that say more than their kind. */
const reasonTexts = new Map<string, TextKey>([
  ['too-large', 'errorTooLarge'],
  ['identity-mismatch', 'errorIdentity'],
  ['customer-id', 'errorConfigCustomerId'],
  ['base-url', 'errorConfigBaseUrl'],
  ['mixed-content', 'errorConfigMixedContent'],
  ['time-frame', 'errorConfigTimeFrame'],
  ['time-frame-inverted', 'errorConfigTimeFrameInverted'],
  ['as-of', 'errorConfigAsOf'],
  ['source', 'errorConfigSource'],
  ['endpoints', 'errorConfigEndpoints'],
  ['origin', 'errorConfigEndpoints'],
  ['page-policy', 'errorConfigPagePolicy'],
]);

const emptyTexts: { readonly [Reason in EmptyReason]: TextKey } = {
  'nothing-ever': 'nothingEver',
  'nothing-in-time-frame': 'nothingInTimeFrame',
  'not-tracked': 'notTracked',
};

/** Which kind of nothing there is, and what is said of the answer. */
interface Empty {
  readonly reason: EmptyReason;
  readonly meta?: Meta;
}

/** What happened, in one line. */
export function errorTitle({ kind, details }: SourceError, texts: CommonMessages): string {
  return texts[(details.reason && reasonTexts.get(details.reason)) || errorTexts[kind][0]];
}

/** What a person can do about it; `undefined` when nothing helps. */
export function errorHelp({ kind }: SourceError, texts: CommonMessages): string | undefined {
  const help = errorTexts[kind][1];
  return help && texts[help];
}

/** Which of the three kinds of nothing it is, in words; and what is not looked at, since no scheduled campaign is not "never contacted" (T19). */
export function emptyText({ reason, meta }: Empty, texts: CommonMessages): string {
  return texts[emptyTexts[reason]] + (meta?.caveats?.includes('scheduled-only') ? `. ${texts.scheduledOnly}` : '');
}

/** The card in place of a section that could not load. Offers to `retry` where that may help. A mistake in the set-up says where to read about it. */
export function renderError(error: SourceError, texts: CommonMessages, retry: () => void): TemplateResult {
  const { requestId } = error.details;
  const help = errorHelp(error, texts);
  return html`<div class="state" part="error">
    <span class="warning">${alertIcon()}</span>
    <div>
      <p><b>${errorTitle(error, texts)}</b></p>
      ${help ? html`<p class="muted">${help}</p>` : nothing}
      ${requestId ? html`<p class="muted small">${texts.requestId(requestId)}</p>` : nothing}
      ${error.kind === 'config' ? html`<p class="muted small"><bdi>README.md#troubleshooting</bdi></p>` : nothing}
    </div>
    ${error.retryable ? renderRetry(texts, retry) : nothing}
  </div>`;
}

/** The button that tries again; it stays the same node, so that focus stays on it (A8). */
export function renderRetry(texts: CommonMessages, retry: () => void): TemplateResult {
  return html`<button type="button" part="retry" @click=${retry}>${refreshIcon()}${texts.retry}</button>`;
}

/** A quiet line in place of content, nothing there or nobody chosen, with a button where one helps. */
export function renderNothing(text: string, button?: TemplateResult): TemplateResult {
  return html`<div class="state quiet" part="empty"><p class="muted">${text}</p>${button}</div>`;
}

/** A quiet line in place of a failure that is told elsewhere, once for all. */
export function renderToldElsewhere(text: string): TemplateResult {
  return html`<p class="state muted" part="error">${text}</p>`;
}

/** Which kind of nothing there is; where only the time frame is empty, all time may hold more. */
export function renderEmpty(empty: Empty, texts: CommonMessages, choose: (timeFrame: ChosenTimeFrame) => void): TemplateResult {
  const allTime = html`<button type="button" @click=${() => choose({ from: undefined, to: undefined, timeFrame: 'all' })}>${texts.allTime}</button>`;
  return renderNothing(emptyText(empty, texts), empty.reason === 'nothing-in-time-frame' ? allTime : undefined);
}
