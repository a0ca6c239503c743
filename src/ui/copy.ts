import { nothing, type TemplateResult } from 'lit';
import type { CommonMessages } from '../i18n/slices/common.js';
import type { IdentityMessages } from '../i18n/slices/identity.js';
import { html } from './html.js';
import { checkIcon, copyIcon } from './icons.js';

/** How copying went. */
export type CopyState = 'copied' | 'failed';

/** Whoever copies and remembers for a moment how it went. */
export interface CopyKeeper {
  state(id: string): CopyState | undefined;
  copy(id: string, text: string): void;
}

/** Draws the button that copies one thing and says, to the eye and aloud, how it went. */
export function renderCopy(id: string, name: string, text: () => string, copies: CopyKeeper, texts: CommonMessages & IdentityMessages): TemplateResult {
  const state = copies.state(id);
  return html`<button type="button" class="plain icon-button no-print" part="copy" title=${texts.copy} aria-label=${texts.copyOf(name)} @click=${() => copies.copy(id, text())}>${state === 'copied' ? checkIcon() : copyIcon()}</button
    ><span class=${state === 'failed' ? 'small negative' : 'visually-hidden'} role="status">${state === 'copied' ? texts.copied : state === 'failed' ? texts.copyFailed : nothing}</span>`;
}
