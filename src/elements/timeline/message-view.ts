import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { formatInstant } from '../../format/date.js';
import { allowedLink, type LinkRules } from '../../format/link.js';
import { clampText } from '../../format/text.js';
import { channelText } from '../../i18n/words.js';
import type { CustomerEvent, Proof } from '../../model/event.js';
import { NothingThere, SourceError } from '../../model/source-error.js';
import { renderDialog } from '../../ui/dialog.js';
import { renderSkeleton } from '../../ui/skeleton.js';
import { renderError } from '../../ui/status.js';
import { type FactsScene, messageLines, renderHidden, renderLifecycle, renderLines } from './event-facts.js';
import { nameOf } from './event-text.js';
import { textOfHtml } from './text-of-html.js';

/** How a proof is shown (contract section 2). */
export type ProofMode = 'text' | 'html' | 'url';

/** Reads the proof of a message; missing where the source has none. */
export type ReadProof = (communicationId: string, signal: AbortSignal) => Promise<Proof>;

type ProofState =
  | { readonly status: 'none' | 'waiting' | 'loading' }
  | { readonly status: 'ready'; readonly proof: Proof }
  | { readonly status: 'error'; readonly error: SourceError };

/** Longest text shown of a message (V17). */
const LONGEST = 50_000;

/**
 * A page around the mail that loads nothing but pictures from where pictures may come from: a tracking picture would tell that the
 * customer has opened the mail once more (T33, TH9).
 */
function guarded(content: string, { allowedOrigins }: LinkRules): string {
  const origins = allowedOrigins.flatMap((origin) => (URL.canParse(origin) ? new URL(origin).origin : [])).filter((origin) => origin !== 'null');
  const policy = `default-src 'none'; style-src 'unsafe-inline'; img-src data: ${origins.join(' ')}`;
  return `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">${content}`;
}

/**
 * The details of a message with its proof (B25), loaded when the first one is opened. A proof is whatever somebody wrote: shown as
 * text unless the host wants more, and then in a frame without scripts and without an origin (T34).
 */
export class MessageView {
  readonly #changed: () => void;
  #event: CustomerEvent | undefined;
  #proof: ProofState = { status: 'none' };
  #read: ReadProof | undefined;
  #abort: AbortController | undefined;
  /** The page's policy forbids to fill a frame: then text has to do (HP4). */
  #frameRefused = false;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** Opens a message; a `covered` proof is not even asked for until somebody uncovers it. */
  open(event: CustomerEvent, read: ReadProof | undefined, covered: boolean): void {
    this.close();
    this.#event = event;
    this.#read = read;
    this.#proof = { status: read ? 'waiting' : 'none' };
    if (!covered) void this.#load();
    this.#changed();
  }

  /** Closes, aborts and forgets. */
  close(): void {
    this.#abort?.abort();
    if (!this.#event) return;
    this.#event = undefined;
    this.#read = undefined;
    this.#proof = { status: 'none' };
    this.#changed();
  }

  render(scene: FactsScene, mode: ProofMode, covered: boolean): TemplateResult {
    const event = this.#event;
    const { texts, labels } = scene;
    const name = event && !scene.masksWords ? clampText(event.message?.subject ?? nameOf(event, labels, texts)) : texts.messageDetails;
    return renderDialog({
      open: event !== undefined,
      heading: event?.message ? `${channelText(event.message.channel, texts)}: ${name}` : texts.messageDetails,
      closeLabel: texts.close,
      content: event ? this.#renderContent(event, scene, mode, covered) : nothing,
      onClose: () => this.close(),
    });
  }

  #renderContent(event: CustomerEvent, scene: FactsScene, mode: ProofMode, covered: boolean): TemplateResult {
    const { message, campaign } = event;
    const { texts } = scene;
    const proof = () => {
      // Uncovering is what asks for it.
      if (this.#proof.status === 'waiting') queueMicrotask(() => void this.#load());
      return this.#renderProof(scene, mode, event);
    };
    return html`
      ${message ? html`${renderLifecycle(message, scene)}${renderLines([...messageLines(event, message, scene), [texts.campaign, [campaign?.name, campaign?.type].filter(Boolean).join(' · ')]])}` : nothing}
      <div class="proof">${renderHidden(`${event.id} proof`, texts.messageDetails, proof, scene, covered)}</div>
    `;
  }

  #renderProof(scene: FactsScene, mode: ProofMode, event: CustomerEvent): TemplateResult {
    const { texts, dates } = scene;
    switch (this.#proof.status) {
      case 'none':
        return html`<p class="muted">${texts.noProof}</p>`;
      case 'error':
        return renderError(this.#proof.error, texts, () => void this.#load());
      case 'ready': {
        const { proof } = this.#proof;
        return html`${renderLines([
          [texts.sender, proof.from],
          [texts.time, proof.sentAt === undefined ? nothing : formatInstant(proof.sentAt, dates)],
          [texts.subject, proof.subject && proof.subject !== event.message?.subject ? proof.subject : nothing],
        ])}${this.#renderBody(proof, scene, mode)}`;
      }
      default:
        return renderSkeleton([160]);
    }
  }

  #renderBody(proof: Proof, { texts, links, images }: FactsScene, mode: ProofMode): TemplateResult {
    const title = texts.proofOf(proof.subject ?? '');
    const url = mode === 'url' ? allowedLink(proof.url, links) : undefined;
    if (url) return html`<iframe class="proof-frame" sandbox="" src=${url} title=${title} referrerpolicy="no-referrer" loading="lazy"></iframe>`;
    if (mode === 'html' && proof.html && !this.#frameRefused) {
      return html`<iframe class="proof-frame" sandbox="" title=${title} referrerpolicy="no-referrer" ${ref((frame) => this.#fill(frame, guarded(proof.html ?? '', images)))}></iframe>`;
    }
    const text = proof.text ?? (proof.html && textOfHtml(proof.html));
    return text
      ? html`<div class="proof-text" tabindex="0" role="region" aria-label=${title}>${clampText(text, LONGEST)}</div>`
      : html`<p class="muted">${texts.noProof}</p>`;
  }

  /** Fills the frame by hand, because a page may forbid to turn text into a document (Trusted Types). */
  #fill(frame: Element | undefined, content: string): void {
    if (!(frame instanceof HTMLIFrameElement) || frame.srcdoc) return;
    try {
      frame.srcdoc = content;
    } catch {
      this.#frameRefused = true;
      this.#changed();
    }
  }

  async #load(): Promise<void> {
    const [id, read] = [this.#event?.message?.communicationId, this.#read];
    if (id === undefined || !read) return;
    this.#abort?.abort();
    const abort = new AbortController();
    this.#abort = abort;
    this.#proof = { status: 'loading' };
    this.#changed();
    let state: ProofState;
    try {
      state = { status: 'ready', proof: await read(id, abort.signal) };
    } catch (error) {
      state =
        error instanceof SourceError
          ? { status: 'error', error }
          : error instanceof NothingThere
            ? { status: 'none' }
            : { status: 'error', error: new SourceError('render') };
    }
    if (abort.signal.aborted) return;
    this.#proof = state;
    this.#changed();
  }
}
