import { css, html, nothing, type TemplateResult } from 'lit';
import { chevronDownIcon } from './icons.js';

export interface SectionFrame {
  readonly title: string;
  /** Level of the heading. */
  readonly level: number;
  /** Beside the heading; the `actions` slot of the host comes after them. */
  readonly actions?: unknown;
  readonly body: unknown;
  /** Folded away under its heading, in narrow panels; `undefined` = cannot be folded. */
  readonly disclosure?: { readonly open: boolean; readonly toggle: () => void };
  readonly busy: boolean;
}

/** The frame of every section: a named region with its heading, actions and body. */
export function renderSection({ title, level, actions, body, disclosure, busy }: SectionFrame): TemplateResult {
  const open = disclosure?.open ?? true;
  return html`<section part="section" aria-labelledby="heading" aria-busy=${busy}>
    <header part="header">
      <div id="heading" class="heading" part="heading" role="heading" aria-level=${level} tabindex="-1">
        ${disclosure ? html`<button type="button" class="plain disclosure" aria-expanded=${open} aria-controls="body" @click=${disclosure.toggle}>${chevronDownIcon()}${title}</button>` : title}
      </div>
      <div class="actions no-print" ?hidden=${!open}>${actions || nothing}<slot name="actions"></slot></div>
    </header>
    <div id="body" class="body" part="body" ?hidden=${!open}>${body}</div>
  </section>`;
}

/** Looks of the frame and of the states in it. */
export const sectionStyles = css`
  :host(:state(hidden)) {
    display: none;
  }
  header[part='header'] {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--_space) * 2);
    min-block-size: 32px;
    margin-block-end: calc(var(--_space) * 2);
  }
  .heading {
    font-size: var(--_size-l);
    font-weight: 600;
  }
  .disclosure {
    font-weight: inherit;
    padding-inline: 0;
  }
  .disclosure[aria-expanded='false'] .icon {
    transform: rotate(-90deg);
  }
  :host(:dir(rtl)) .disclosure[aria-expanded='false'] .icon {
    transform: rotate(90deg);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2);
  }
  .note {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space) calc(var(--_space) * 3);
    margin-block-end: calc(var(--_space) * 2);
    color: var(--_text-muted);
    font-size: var(--_size-s);
  }
  .bone-drawing {
    display: block;
    fill: var(--_surface-raised);
    opacity: 0;
    animation: appear 200ms 150ms forwards;
  }
  @keyframes appear {
    to {
      opacity: 1;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .bone-drawing {
      opacity: 1;
    }
  }
  @media print {
    .body[hidden] {
      display: block !important;
    }
  }
`;
