import type { CampaignWire, ProofWire } from '../wire.js';

/** The proof of each message (B25): invented, and as untidy as real ones: an e-mail has a tracking image and a script, which must do nothing. */
export function proofsOf(decisions: readonly CampaignWire[], name = 'customer'): Map<string, ProofWire> {
  const messages = decisions.flatMap(({ communications = [], campaign, targetGroup = '' }) =>
    communications.map((message) => ({ message, campaign: campaign.name ?? campaign.id, targetGroup })),
  );
  return new Map(
    messages.map(({ message: { communicationId, channel, subject, lifecycle }, campaign, targetGroup }) => {
      const sentAt = lifecycle.find(({ fact }) => fact === 'sent')?.at;
      const text = `Hello ${name},\n\n${subject ?? campaign}.\nYou get this message because you belong to “${targetGroup}”.\n\nThe shop on the corner · example.test`;
      return [
        communicationId,
        {
          ...(subject && { subject }),
          text: channel === 'sms' ? (subject ?? text) : text,
          ...(channel === 'email' && { html: page(subject ?? campaign, text) }),
          channel,
          ...(channel === 'email' && { from: 'The shop on the corner <offers@example.test>' }),
          ...(sentAt && { sentAt }),
        },
      ];
    }),
  );
}

function page(title: string, text: string): string {
  const paragraphs = escapeMarkup(text)
    .split('\n\n')
    .map((paragraph) => `<p>${paragraph.replaceAll('\n', '<br>')}</p>`)
    .join('');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeMarkup(title)}</title><style>body{margin:0;background:#f3f1ec;font:16px/1.5 Georgia,serif;color:#2b2a27}main{max-width:520px;margin:24px auto;padding:24px;background:#fff;border-top:6px solid #1f7a4d}h1{font-size:22px}a{color:#1f7a4d}</style></head><body><main><h1>${escapeMarkup(title)}</h1>${paragraphs}<p><a href="https://shop.example.test/offers">See the offers</a> · <a href="https://shop.example.test/unsubscribe">Unsubscribe</a></p></main><img src="https://tracker.example.test/open.gif" width="1" height="1" alt=""><script>document.title='ran'</script></body></html>`;
}

function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
