import { formatDay } from '../../format/date.js';
import { formatMoney } from '../../format/money.js';
import { type CampaignsMessages, englishCampaigns } from '../../i18n/slices/campaigns.js';
import { type CommonMessages, englishCommon } from '../../i18n/slices/common.js';
import { channelText, decisionText } from '../../i18n/words.js';
import type { CampaignDecision, CampaignPage } from '../../model/campaign.js';
import { baseStyles } from '../../ui/base.styles.js';
import { renderTable, tableStyles } from '../../ui/data-table.js';
import { sectionStyles } from '../../ui/section.js';
import { renderNoValue } from '../../ui/value.js';
import { DataElement } from '../data-element.js';
import { attributedValue, outcomeOf, reasonOf } from './outcome.js';

type Texts = CommonMessages & CampaignsMessages;

/**
 * Every campaign decision about the customer: received or not, and why.
 *
 * @summary Campaign decisions with reason, outcome and attributed money (O14 to O18, S1 to S44).
 */
export class C360Campaigns extends DataElement<'campaigns', Texts> {
  static override readonly styles = [...baseStyles, sectionStyles, tableStyles];

  override readonly section = 'campaigns';

  constructor() {
    super({ ...englishCommon, ...englishCampaigns }, 'campaigns', {
      emptyReason: ({ items }) => (items.length ? undefined : 'nothing-in-time-frame'),
    });
  }

  protected override renderReady({ items }: CampaignPage) {
    const { texts, language } = this;
    return renderTable<CampaignDecision>({
      caption: texts.campaigns,
      rows: items,
      columns: [
        { key: 'date', header: texts.date, cell: ({ executionDate }) => formatDay(executionDate, { language, unknown: texts.unknownDate }) },
        { key: 'campaign', header: texts.campaign, rowHeader: true, cell: ({ campaign }) => campaign.name ?? texts.detailsUnavailable },
        {
          key: 'channel',
          header: texts.channel,
          cell: ({ channels }) => channels.map(({ name }) => channelText(name, texts)).join(', ') || renderNoValue(texts),
        },
        { key: 'outcome', header: texts.outcome, cell: (decision) => this.#outcomeText(decision) },
        {
          key: 'money',
          header: texts.attributed,
          numeric: true,
          cell: (decision) =>
            attributedValue(decision)
              .map((sum) => formatMoney(sum, language, { currency: this.settings.currency }))
              .join(' + ') || renderNoValue(texts),
        },
      ],
    });
  }

  #outcomeText(decision: CampaignDecision): string {
    const { texts } = this;
    const { furthest, isProbable } = outcomeOf(decision);
    if (decision.decision === 'sent' && furthest) {
      const words = {
        sent: texts.stepSent,
        delivered: texts.stepDelivered,
        seen: isProbable ? texts.stepProbablySeen : texts.stepSeen,
        clicked: texts.stepClicked,
        converted: texts.stepConverted,
      };
      return words[furthest];
    }
    const reason = reasonOf(decision);
    const word = decisionText(decision.decision, decision.decisionAsGiven, texts);
    return reason ? `${word}: ${reason}` : word;
  }
}
