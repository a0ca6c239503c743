import type { TemplateResult } from 'lit';
import { clampText } from '../../format/text.js';
import { englishProof, type ProofMessages } from '../../i18n/slices/proof.js';
import type { Communication } from '../../model/campaign.js';
import { MessageWindow } from '../proof/message-window.js';
import type { ProofScene } from '../proof/proof.js';

/** A message itself; what is known of it stands in the opened row. Loaded when the first one is shown. */
export class MessageDialog extends MessageWindow<Communication> {
  static readonly english: ProofMessages = englishProof;

  protected override idOf({ communicationId }: Communication): string {
    return communicationId;
  }

  render(scene: Omit<ProofScene, 'subject'>): TemplateResult {
    const { texts, covered } = scene;
    return this.renderWindow(scene, ({ channel, subject, resource }) => ({
      channel,
      name: covered ? texts.messageDetails : clampText(subject ?? resource ?? texts.messageDetails),
      content: this.proof.render({ ...scene, subject }),
    }));
  }
}
