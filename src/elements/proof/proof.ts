import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { type DateStyle, formatInstant } from '../../format/date.js';
import { allowedLink, type LinkRules } from '../../format/link.js';
import { clampText } from '../../format/text.js';
import type { CommonMessages } from '../../i18n/slices/common.js';
import type { IdentityMessages } from '../../i18n/slices/identity.js';
import type { ProofMessages } from '../../i18n/slices/proof.js';
import type { Proof } from '../../model/event.js';
import { NothingThere, SourceError } from '../../model/source-error.js';
import { renderSecret, type SecretKeeper } from '../../ui/secret.js';
import { renderSkeleton } from '../../ui/skeleton.js';
import { renderError } from '../../ui/status.js';
import type { ReadProof } from './proof-reader.js';
import { textOfHtml } from './text-of-html.js';

/** What a proof is drawn with. */
export interface ProofScene {
  readonly texts: CommonMessages & IdentityMessages & ProofMessages;
  readonly dates: DateStyle;
  readonly links: LinkRules;
  readonly images: LinkRules;
  readonly secrets: SecretKeeper;
  /** How it is shown (contract section 2); as text unless told. */
  readonly mode: 'text' | 'html' | 'url' | undefined;
  /** Hidden as a whole until it is revealed. */
  readonly covered: boolean;
  /** Said already beside the proof. */
  readonly subject: string | undefined;
}

type State =
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
 * The proof of one message (B25). A proof is whatever somebody wrote: shown as text unless the host wants more, and then in a frame
 * without scripts and without an origin (T34).
 */
export class ProofPart {
  readonly #changed: () => void;
  #communicationId: string | undefined;
  #read: ReadProof | undefined;
  #state: State = { status: 'none' };
  #abort: AbortController | undefined;
  /** The page's policy forbids to fill a frame: then text has to do (HP4). */
  #frameRefused = false;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** Shows the proof of a message; a `covered` one is not even asked for until somebody uncovers it. */
  open(communicationId: string | undefined, read: ReadProof | undefined, covered: boolean): void {
    this.close();
    this.#communicationId = communicationId;
    this.#read = read;
    this.#state = { status: read && communicationId !== undefined ? 'waiting' : 'none' };
    if (!covered) void this.#load();
  }

  /** Aborts and forgets. */
  close(): void {
    this.#abort?.abort();
    this.#communicationId = undefined;
    this.#read = undefined;
    this.#state = { status: 'none' };
  }

  render(scene: ProofScene): TemplateResult {
    const { texts, secrets, covered } = scene;
    const id = `${this.#communicationId} proof`;
    const content = () => {
      // Uncovering is what asks for it.
      if (this.#state.status === 'waiting') queueMicrotask(() => void this.#load());
      return this.#renderState(scene);
    };
    const name = texts.messageDetails;
    return html`<div class="proof">${covered ? renderSecret({ name, state: secrets.state(id), texts, toggle: () => secrets.toggle(id, name), content }) : content()}</div>`;
  }

  #renderState(scene: ProofScene): TemplateResult {
    const { texts, dates, subject } = scene;
    switch (this.#state.status) {
      case 'none':
        return html`<p class="muted">${texts.noProof}</p>`;
      case 'error':
        return renderError(this.#state.error, texts, () => void this.#load());
      case 'ready': {
        const { proof } = this.#state;
        const line = (label: string, text: string | undefined) => (text ? html`<p><span class="muted">${label}</span> <bdi>${text}</bdi></p>` : nothing);
        return html`${line(texts.sender, proof.from)}${line(texts.time, proof.sentAt === undefined ? undefined : formatInstant(proof.sentAt, dates))}${line(
          texts.subject,
          proof.subject === subject ? undefined : proof.subject,
        )}${this.#renderBody(proof, scene)}`;
      }
      default:
        return renderSkeleton([160]);
    }
  }

  #renderBody(proof: Proof, { texts, links, images, mode }: ProofScene): TemplateResult {
    const title = texts.proofOf(proof.subject ?? '');
    const url = mode === 'url' ? allowedLink(proof.url, links) : undefined;
    if (url) return html`<iframe class="proof-frame" sandbox="" src=${url} title=${title} referrerpolicy="no-referrer" loading="lazy"></iframe>`;
    if (mode === 'html' && proof.html && !this.#frameRefused) {
      const content = guarded(proof.html, images);
      return html`<iframe class="proof-frame" sandbox="" title=${title} referrerpolicy="no-referrer" ${ref((frame) => this.#fill(frame, content))}></iframe>`;
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
    const [id, read] = [this.#communicationId, this.#read];
    if (id === undefined || !read) return;
    this.#abort?.abort();
    const abort = new AbortController();
    this.#abort = abort;
    this.#state = { status: 'loading' };
    this.#changed();
    let state: State;
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
    this.#state = state;
    this.#changed();
  }
}
