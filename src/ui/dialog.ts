import { css, type ElementPart, noChange, nothing, type TemplateResult } from 'lit';
import { AsyncDirective, directive } from 'lit/async-directive.js';
import { html } from './html.js';
import { crossIcon } from './shared-icons.js';

/** A dialog over everything. */
export interface Dialog {
  readonly open: boolean;
  readonly heading: string;
  readonly closeLabel: string;
  readonly content: unknown;
  /** Buttons at the end. */
  readonly actions?: unknown;
  /** However it was closed: by its button, Escape or a press beside it. The owner then sets `open` to false. */
  readonly onClose: () => void;
}

/** Style of dialogs. */
export const dialogStyles = css`
  dialog {
    inline-size: min(36em, calc(100% - 2em));
    max-block-size: calc(100% - 2em);
    padding: 0;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background-color: var(--_surface);
    color: var(--_text);
  }
  dialog[open] {
    display: flex;
    flex-direction: column;
  }
  dialog::backdrop {
    background-color: rgb(0 0 0 / 0.4);
  }
  .dialog-header,
  .dialog-actions {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 3) calc(var(--_space) * 4);
  }
  .dialog-header h2 {
    flex: 1;
    font-size: var(--_size-l);
    font-weight: 600;
  }
  .dialog-content {
    padding: 0 calc(var(--_space) * 4) calc(var(--_space) * 4);
    overflow: auto;
    overflow-wrap: anywhere;
  }
  .dialog-actions {
    justify-content: end;
    border-block-start: 1px solid var(--_border);
  }
`;

class ModalDirective extends AsyncDirective {
  override render(_open: boolean): unknown {
    return noChange;
  }

  override update({ element }: ElementPart, [open]: [boolean]): unknown {
    if (!(element instanceof HTMLDialogElement) || element.open === open) return noChange;
    // The tree may still be under construction; a dialog opens only inside a document.
    queueMicrotask(() => {
      if (!open) element.close();
      else if (element.isConnected && !element.open) element.showModal();
    });
    return noChange;
  }
}

const modal = directive(ModalDirective);

/** Draws a native modal dialog: the browser keeps the focus inside and gives it back to whoever had it. */
export function renderDialog({ open, heading, closeLabel, content, actions = nothing, onClose }: Dialog): TemplateResult {
  return html`<dialog part="dialog" aria-label=${heading} closedby="any" ${modal(open)} @close=${(event: Event) => closed(event, onClose)}>
    <header class="dialog-header">
      <h2 tabindex="-1">${heading}</h2>
      <button class="plain icon-button" aria-label=${closeLabel} @click=${closeOwnDialog}>${crossIcon()}</button>
    </header>
    <div class="dialog-content">${open ? content : nothing}</div>
    ${actions === nothing ? nothing : html`<footer class="dialog-actions">${actions}</footer>`}
  </dialog>`;
}

/** The event comes some time after the fact; meanwhile the dialog may have been opened again. */
function closed({ currentTarget }: Event, onClose: () => void): void {
  if (!(currentTarget instanceof HTMLDialogElement) || currentTarget.open) return;
  onClose();
  // Where whoever opened it has gone, such as a row of another customer, the browser gives the focus back to nobody (A8); until it
  // draws again, whatever had it in the dialog still does.
  const root = currentTarget.getRootNode();
  if (!(root instanceof ShadowRoot)) return;
  const { activeElement, body } = currentTarget.ownerDocument;
  const isLost = root.activeElement ? currentTarget.contains(root.activeElement) : activeElement === body;
  if (isLost) root.querySelector<HTMLElement>('#heading')?.focus({ preventScroll: true });
}

function closeOwnDialog(event: Event): void {
  if (event.currentTarget instanceof Element) event.currentTarget.closest('dialog')?.close();
}
