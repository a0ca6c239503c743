import { css, nothing, type TemplateResult } from 'lit';
import type { CommonMessages } from '../i18n/slices/common.js';
import type { IdentityMessages } from '../i18n/slices/identity.js';
import { MASK, type Maskable, type RevealState } from '../model/masking.js';
import { html } from './html.js';
import { eyeIcon, eyeOffIcon } from './icons.js';

/** Whoever knows what is masked and what was revealed. */
export interface SecretKeeper {
  isMasked(value: Maskable): boolean;
  state(id: string): RevealState;
  toggle(id: string, key: string): void;
}

/** A masked value in its place. */
export interface Secret {
  /** What it is called: `Reveal e-mail`. */
  readonly name: string;
  readonly state: RevealState;
  /** Why it could not be read, in words, where that is known. */
  readonly why?: string | undefined;
  readonly texts: CommonMessages & IdentityMessages;
  readonly toggle: () => void;
  /** Draws the value; called only once it is revealed, so that until then it is nowhere in the tree (PR6). */
  readonly content: () => unknown;
}

/** Style of masks. */
export const secretStyles = css`
  .mask {
    letter-spacing: 0.1em;
  }
  /* Below the mask, and no wider than leaves the name beside it whole. */
  .unread {
    display: block;
    max-inline-size: 14em;
  }
`;

/** Draws the fixed mask or the revealed value, with the button that turns one into the other (A17). */
export function renderSecret({ name, state, why, texts, toggle, content }: Secret): TemplateResult {
  const revealed = state === 'revealed';
  return html`${revealed ? content() : html`<span class="mask" aria-hidden="true">${MASK}</span><span class="visually-hidden">${texts.hidden}</span>`}<button
      type="button"
      class="plain icon-button no-print"
      part="reveal"
      title=${revealed ? texts.hide : texts.reveal}
      aria-label=${texts.revealOf(name)}
      aria-pressed=${revealed}
      aria-busy=${state === 'reading'}
      @click=${toggle}
    >
      ${revealed ? eyeOffIcon() : eyeIcon()}</button
    >${state === 'failed' ? html`<span class="small negative unread" role="alert">${texts.revealFailed}${why ? `: ${why}` : ''}</span>` : nothing}`;
}
