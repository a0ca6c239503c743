import { type CSSResultGroup, nothing, type TemplateResult } from 'lit';
import { clampText } from '../../format/text.js';
import { channelText } from '../../i18n/words.js';
import { dialogStyles, renderDialog } from '../../ui/dialog.js';
import { ProofPart, type ProofScene } from './proof.js';
import { proofStyles } from './proof.styles.js';
import type { ReadProof } from './proof-reader.js';

/** What a window says of its message. */
interface Described {
  /** `undefined` where what is shown has no message. */
  readonly channel: string | undefined;
  readonly name: string;
  readonly content: unknown;
}

/** A message over everything, in whichever section it was opened; each says what of it stands beside the proof. */
export abstract class MessageWindow<Message> {
  static readonly styles: CSSResultGroup = [dialogStyles, proofStyles];

  protected readonly proof: ProofPart;
  readonly #changed: () => void;
  #message: Message | undefined;

  constructor(changed: () => void) {
    this.#changed = changed;
    this.proof = new ProofPart(changed);
  }

  protected abstract idOf(message: Message): string | undefined;

  /** Opens a message; a `covered` proof is not even asked for until somebody uncovers it. */
  open(message: Message, read: ReadProof | undefined, covered: boolean): void {
    this.#message = message;
    this.proof.open(this.idOf(message), read, covered);
    this.#changed();
  }

  /** Closes, aborts and forgets. */
  close(): void {
    this.proof.close();
    if (!this.#message) return;
    this.#message = undefined;
    this.#changed();
  }

  protected renderWindow({ texts }: Pick<ProofScene, 'texts'>, describe: (message: Message) => Described): TemplateResult {
    const { channel, name, content } = this.#message ? describe(this.#message) : { channel: undefined, name: '', content: nothing };
    return renderDialog({
      open: this.#message !== undefined,
      heading: channel === undefined ? texts.messageDetails : `${clampText(channelText(channel, texts), 60)}: ${name}`,
      closeLabel: texts.close,
      content,
      onClose: () => this.close(),
    });
  }
}
