import { nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { warnOnce } from '../../data/warn.js';
import { type DateStyle, formatInstant } from '../../format/date.js';
import { allowedImage, type LinkRules } from '../../format/link.js';
import { clampText } from '../../format/text.js';
import type { IdentityMessages } from '../../i18n/slices/identity.js';
import type { ProofMessages } from '../../i18n/slices/proof.js';
import type { SharedMessages } from '../../i18n/slices/shared.js';
import type { Proof } from '../../model/event.js';
import { NotEnabled, NothingThere, SourceError } from '../../model/source-error.js';
import { html } from '../../ui/html.js';
import { longText } from '../../ui/long-text.js';
import { renderSecret, type SecretKeeper } from '../../ui/secret.js';
import { renderSkeleton } from '../../ui/skeleton.js';
import { errorTitle, renderError } from '../../ui/status.js';
import { pageOfHtml } from './page-of-html.js';
import type { ReadProof } from './proof-reader.js';
import { textOfHtml } from './text-of-html.js';

/** What a proof is drawn with. */
export interface ProofScene {
  readonly texts: SharedMessages & IdentityMessages & ProofMessages;
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

/** Longest text of a message shown at once (V17). */
const LONGEST = 50_000;

/** What the page's policy refused to show in a frame: the mode, or the origin of an address. It is not tried again. */
const refused = new Set<string>();

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
  /** The address in the frame on screen. */
  #framed: string | undefined;

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
    return html`<div class="proof">
      ${covered ? renderSecret({ name, state: secrets.state(id), texts, toggle: () => secrets.toggle(id, name), content }) : content()}
      <div class="visually-hidden" role="status">${this.#announcement(texts)}</div>
    </div>`;
  }

  /** Said where what was asked for does not come; what comes is there to be read. */
  #announcement(texts: ProofScene['texts']): string {
    if (this.#state.status === 'loading') return texts.loading;
    if (this.#state.status === 'none') return texts.noProof;
    return this.#state.status === 'error' ? errorTitle(this.#state.error, texts) : '';
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
        const line = (label: string, text: string | undefined) =>
          text ? html`<p><span class="muted">${label}</span> <bdi>${longText(text, { texts, first: 500 })}</bdi></p>` : nothing;
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
    const title = texts.proofOf(clampText(proof.subject ?? ''));
    const url = mode === 'url' ? allowedImage(proof.url, links) : undefined;
    if (url && !refused.has(new URL(url).origin))
      return html`<iframe class="proof-frame" sandbox="" src=${url} title=${title} referrerpolicy="no-referrer" loading="lazy" ${ref((frame) => this.#watch(frame && url))}></iframe>`;
    const { html: page } = proof;
    if (mode === 'html' && page && !refused.has(mode))
      return html`<iframe class="proof-frame" sandbox="" title=${title} referrerpolicy="no-referrer" ${ref((frame) => this.#fill(frame, page, images))}></iframe>`;
    const text = proof.text ?? (page && textOfHtml(page));
    if (text) return html`<div class="proof-text" tabindex="0" role="region" aria-label=${title}>${longText(text, { texts, first: LONGEST })}</div>`;
    return url
      ? renderError(new SourceError('config', { reason: 'page-policy' }), texts, () => void this.#load())
      : html`<p class="muted">${texts.noProof}</p>`;
  }

  /** Fills the frame by hand, because a page may forbid to turn text into a document (Trusted Types, HP4). */
  #fill(frame: Element | undefined, page: string, images: LinkRules): void {
    if (!(frame instanceof HTMLIFrameElement) || frame.srcdoc) return;
    try {
      frame.srcdoc = pageOfHtml(page, images);
    } catch {
      this.#refuse('html', 'html');
    }
  }

  /** A page that forbids to frame an address says so to itself alone, and the frame stays empty. */
  #watch(url: string | undefined): void {
    this.#framed = url;
    if (url) document.addEventListener('securitypolicyviolation', this.#onViolation);
    else document.removeEventListener('securitypolicyviolation', this.#onViolation);
  }

  readonly #onViolation = ({ effectiveDirective, blockedURI }: SecurityPolicyViolationEvent): void => {
    const url = this.#framed;
    if (url?.startsWith(blockedURI) && /^(frame|child)-src$/.test(effectiveDirective)) this.#refuse('url', new URL(url).origin);
  };

  /** Nothing of the page's policy is tried out beforehand; once it has refused, text has to do, and whoever set it up is told. */
  #refuse(mode: string, what: string): void {
    refused.add(what);
    warnOnce(`the page's policy refuses proof="${mode}", so that proofs are shown as text`, 'privacy-and-security');
    this.#changed();
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
          : error instanceof NothingThere || error instanceof NotEnabled
            ? { status: 'none' }
            : { status: 'error', error: new SourceError('render') };
    }
    if (abort.signal.aborted) return;
    this.#state = state;
    this.#changed();
  }
}
