import { type CSSResultGroup, nothing, type TemplateResult } from 'lit';
import { clampText } from '../../format/text.js';
import { englishProof, type ProofMessages } from '../../i18n/slices/proof.js';
import { channelText } from '../../i18n/words.js';
import type { Communication } from '../../model/campaign.js';
import { dialogStyles, renderDialog } from '../../ui/dialog.js';
import { ProofPart, type ProofScene } from '../proof/proof.js';
import { proofStyles } from '../proof/proof.styles.js';
import type { ReadProof } from '../proof/proof-reader.js';

/** A message itself, over everything; what is known of it stands in the opened row. Loaded when the first one is shown. */
export class MessageDialog {
  static readonly english: ProofMessages = englishProof;
  static readonly styles: CSSResultGroup = [dialogStyles, proofStyles];

  readonly #changed: () => void;
  readonly #proof: ProofPart;
  #message: Communication | undefined;

  constructor(changed: () => void) {
    this.#changed = changed;
    this.#proof = new ProofPart(changed);
  }

  /** Opens a message; a `covered` proof is not even asked for until somebody uncovers it. */
  open(message: Communication, read: ReadProof | undefined, covered: boolean): void {
    this.#message = message;
    this.#proof.open(message.communicationId, read, covered);
    this.#changed();
  }

  /** Closes, aborts and forgets. */
  close(): void {
    this.#proof.close();
    if (!this.#message) return;
    this.#message = undefined;
    this.#changed();
  }

  render(scene: Omit<ProofScene, 'subject'>): TemplateResult {
    const message = this.#message;
    const { texts, covered } = scene;
    const name = covered ? texts.messageDetails : clampText(message?.subject ?? message?.resource ?? texts.messageDetails);
    return renderDialog({
      open: message !== undefined,
      heading: message ? `${clampText(channelText(message.channel, texts), 60)}: ${name}` : texts.messageDetails,
      closeLabel: texts.close,
      content: message ? this.#proof.render({ ...scene, subject: message.subject }) : nothing,
      onClose: () => this.close(),
    });
  }
}
