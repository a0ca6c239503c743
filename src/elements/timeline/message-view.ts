import { nothing, type TemplateResult } from 'lit';
import type { ResolvedSettings } from '../../data/settings.js';
import { clampText } from '../../format/text.js';
import type { CustomerEvent } from '../../model/event.js';
import { html } from '../../ui/html.js';
import { MessageWindow } from '../proof/message-window.js';
import { coversProof } from '../proof/proof-reader.js';
import { type FactsScene, messageLines, renderLifecycle, renderLines } from './event-facts.js';

/** The details of a message with its proof (B25), loaded when the first one is opened. */
export class MessageView extends MessageWindow<CustomerEvent> {
  protected override idOf({ message }: CustomerEvent): string | undefined {
    return message?.communicationId;
  }

  render(scene: FactsScene, settings: ResolvedSettings): TemplateResult {
    const { texts, names, masksWords } = scene;
    return this.renderWindow(scene, (event) => ({
      channel: event.message?.channel,
      name: masksWords ? texts.messageDetails : clampText(event.message?.subject ?? names.event(event)),
      content: this.#renderContent(event, scene, settings),
    }));
  }

  #renderContent(event: CustomerEvent, scene: FactsScene, settings: ResolvedSettings): TemplateResult {
    const { message, campaign } = event;
    const { texts } = scene;
    const proof = this.proof.render({ ...scene, mode: settings.proof, covered: coversProof(settings), subject: message?.subject });
    return html`
      ${message ? html`${renderLifecycle(message, scene)}${renderLines([...messageLines(event, message, scene), [texts.campaign, [campaign?.name, campaign?.type].filter(Boolean).join(' · ')]], texts)}` : nothing}
      ${proof}
    `;
  }
}
