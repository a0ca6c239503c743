import { nothing, type TemplateResult } from 'lit';
import type { ResolvedSettings } from '../../data/settings.js';
import { clampText } from '../../format/text.js';
import { channelText } from '../../i18n/words.js';
import type { CustomerEvent } from '../../model/event.js';
import { dialogStyles, renderDialog } from '../../ui/dialog.js';
import { html } from '../../ui/html.js';
import { ProofPart } from '../proof/proof.js';
import { proofStyles } from '../proof/proof.styles.js';
import { coversProof, type ReadProof } from '../proof/proof-reader.js';
import { type FactsScene, messageLines, renderLifecycle, renderLines } from './event-facts.js';

/** The details of a message with its proof (B25), loaded when the first one is opened. */
export class MessageView {
  static readonly styles = [dialogStyles, proofStyles];

  readonly #changed: () => void;
  readonly #proof: ProofPart;
  #event: CustomerEvent | undefined;

  constructor(changed: () => void) {
    this.#changed = changed;
    this.#proof = new ProofPart(changed);
  }

  /** Opens a message; a `covered` proof is not even asked for until somebody uncovers it. */
  open(event: CustomerEvent, read: ReadProof | undefined, covered: boolean): void {
    this.#event = event;
    this.#proof.open(event.message?.communicationId, read, covered);
    this.#changed();
  }

  /** Closes, aborts and forgets. */
  close(): void {
    this.#proof.close();
    if (!this.#event) return;
    this.#event = undefined;
    this.#changed();
  }

  render(scene: FactsScene, settings: ResolvedSettings): TemplateResult {
    const event = this.#event;
    const { texts, names } = scene;
    const name = event && !scene.masksWords ? clampText(event.message?.subject ?? names.event(event)) : texts.messageDetails;
    return renderDialog({
      open: event !== undefined,
      heading: event?.message ? `${clampText(channelText(event.message.channel, texts), 60)}: ${name}` : texts.messageDetails,
      closeLabel: texts.close,
      content: event ? this.#renderContent(event, scene, settings) : nothing,
      onClose: () => this.close(),
    });
  }

  #renderContent(event: CustomerEvent, scene: FactsScene, settings: ResolvedSettings): TemplateResult {
    const { message, campaign } = event;
    const { texts } = scene;
    const proof = this.#proof.render({ ...scene, mode: settings.proof, covered: coversProof(settings), subject: message?.subject });
    return html`
      ${message ? html`${renderLifecycle(message, scene)}${renderLines([...messageLines(event, message, scene), [texts.campaign, [campaign?.name, campaign?.type].filter(Boolean).join(' · ')]], texts)}` : nothing}
      ${proof}
    `;
  }
}
