import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { imageRules, linkRules } from '../../data/link-rules.js';
import { formatDay } from '../../format/date.js';
import { type FieldStyle, formatFieldValue } from '../../format/field-value.js';
import { allowedImage } from '../../format/link.js';
import { clampText } from '../../format/text.js';
import { type CommonMessages, englishCommon } from '../../i18n/slices/common.js';
import { englishIdentity, type IdentityMessages } from '../../i18n/slices/identity.js';
import { englishProfile, type ProfileMessages } from '../../i18n/slices/profile.js';
import type { Consent, Profile } from '../../model/customer.js';
import { dayOf } from '../../model/day.js';
import type { Resource } from '../../model/resource.js';
import { baseStyles } from '../../ui/base.styles.js';
import { identityStyles, renderIdentity } from '../../ui/identity.js';
import { renderSecret } from '../../ui/secret.js';
import { sectionStyles } from '../../ui/section.js';
import { renderSkeleton } from '../../ui/skeleton.js';
import { renderError } from '../../ui/status.js';
import { tooltipStyles } from '../../ui/tooltip.js';
import { renderNoValue } from '../../ui/value.js';
import { Copies } from '../copies.js';
import { DataElement } from '../data-element.js';
import { Secrets } from '../secrets.js';
import { type AttributeRow, toAttributeGroups } from './attributes.js';
import { renderMetrics } from './metrics.js';
import { profileStyles } from './profile.styles.js';

/**
 * Who the customer is and what they are worth: identifiers, alerts, activity metrics, attributes, consent.
 *
 * @summary Identity, metrics and attributes of one customer (B4 to B11, O1 to O10).
 *
 * @slot actions - Buttons of the host application, beside the heading.
 * @csspart section - Identity, attributes and consent.
 * @csspart metrics - The activity metrics; beside the section when the layout is split.
 * @csspart metric - One metric.
 * @csspart identity - Alerts, picture, name and identifiers.
 * @csspart attribute - One attribute.
 * @fires {CustomEvent<LoadDetail>} c360-load - When the section shows its answer.
 * @fires {CustomEvent<ErrorDetail>} c360-error - When it could not.
 */
export class C360Profile extends DataElement<'profile', CommonMessages & IdentityMessages & ProfileMessages> {
  static override readonly styles = [...baseStyles, sectionStyles, tooltipStyles, identityStyles, profileStyles];

  override readonly section = 'profile';

  /**
   * `stacked` (default): one block. `split`: the element itself has no box (`display: contents`), and its two blocks, parts
   * `section` and `metrics`, are laid out by whoever contains it.
   */
  @property() layout: 'stacked' | 'split' = 'stacked';

  readonly #metrics = this.createResource('metrics');
  readonly #secrets = new Secrets(this, (value) => this.isMasked(value));
  readonly #copies = new Copies(this, 'profile');

  constructor() {
    super({ ...englishCommon, ...englishIdentity, ...englishProfile }, 'profile');
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.setState('split', this.layout === 'split');
    this.#secrets.belongTo(this.settings.customerId);
  }

  protected override skeleton() {
    return [44, 64];
  }

  protected override renderFrame(resource: Resource<Profile>): unknown {
    return html`${super.renderFrame(resource)}${this.layout === 'split' ? this.#renderMetrics() : nothing}`;
  }

  protected override renderBody(resource: Resource<Profile>): unknown {
    if (resource.status === 'idle' || resource.status === 'hidden') return super.renderBody(resource);
    return html`${super.renderBody(resource)}${this.layout === 'split' ? nothing : this.#renderMetrics()}${this.#renderDetails(resource)}`;
  }

  protected override renderReady({ customer }: Profile): unknown {
    if (this.scope?.embedded) return nothing;
    const picture = allowedImage(customer.avatarUrl, imageRules(this.settings));
    return renderIdentity({
      customer,
      ...(picture && { picture }),
      texts: this.texts,
      language: this.language,
      secrets: this.#secrets,
      copies: this.#copies,
    });
  }

  #renderMetrics(): TemplateResult | typeof nothing {
    const { resource } = this.#metrics;
    const { texts, language } = this;
    if (resource.status === 'idle' || resource.status === 'hidden' || resource.status === 'empty') return nothing;
    const style = { texts, language, timeZone: this.zone, unknown: texts.unknownDate, ...(this.settings.currency && { currency: this.settings.currency }) };
    return html`<div class="metrics block" part="metrics" role="region" aria-label=${texts.metrics}>
      ${
        resource.status === 'ready'
          ? html`<dl class="tiles">${renderMetrics(resource.answer.value, style)}</dl>`
          : resource.status === 'error'
            ? renderError(resource.error, texts, () => this.#metrics.refresh())
            : renderSkeleton([72])
      }
    </div>`;
  }

  #renderDetails(resource: Resource<Profile>): unknown {
    if (resource.status === 'loading') return renderSkeleton([24, 24, 24, 24, 24]);
    if (resource.status !== 'ready') return nothing;
    const profile = resource.answer.value;
    const { texts } = this;
    const groups = toAttributeGroups(profile, { visible: profile.visible, pins: this.settings.pinnedAttributes ?? [] });
    return html`<div class="block">
        ${groups.map(
          ({ name, pinned, rows }) => html`<div class="group">
            <p class="muted">${pinned ? texts.pinned : (name ?? texts.otherAttributes)}</p>
            <dl>${rows.map((row) => this.#renderAttribute(row))}</dl>
          </div>`,
        )}
      </div>
      ${this.#renderConsents(profile.customer.consents)}`;
  }

  #renderAttribute({ field, value }: AttributeRow): TemplateResult {
    const { key, type, label, sensitive } = field;
    const masked = this.isMasked({ key, type, sensitive, personal: type === 'text' });
    const name = clampText(label ?? key, 80);
    const content = () => {
      const { text, href, isAbsent } = formatFieldValue(field, value, this.#fieldStyle);
      if (isAbsent) return renderNoValue(this.texts);
      const shown = clampText(text);
      return href ? html`<a href=${href} target="_blank" rel="noopener noreferrer"><bdi>${shown}</bdi></a>` : html`<bdi>${shown}</bdi>`;
    };
    return html`<div class="attribute" part="attribute">
      <dt>${label === undefined ? html`<code title=${this.texts.noAlias}>${name}</code>` : name}</dt>
      <dd class="number">
        ${masked ? renderSecret({ name, state: this.#secrets.state(`field-${key}`), texts: this.texts, toggle: () => this.#secrets.toggle(`field-${key}`, key), content }) : content()}
      </dd>
    </div>`;
  }

  #renderConsents(consents: readonly Consent[] | undefined): TemplateResult | typeof nothing {
    if (!consents?.length) return nothing;
    const { texts } = this;
    const words = { granted: texts.consentGranted, denied: texts.consentDenied, unknown: texts.consentUnknown };
    const tones = { granted: 'positive', denied: 'negative', unknown: 'muted' };
    return html`<div class="group">
      <p class="muted">${texts.consents}</p>
      <dl>
        ${consents.map(
          ({ channel, status, since }) => html`<div class="attribute" part="attribute">
            <dt>${clampText(channel, 60)}</dt>
            <dd class=${tones[status]}>
              ${words[status]} ${since === undefined ? nothing : texts.sinceDay(formatDay(typeof since === 'number' ? dayOf(since, this.zone) : since, this.#fieldStyle))}
            </dd>
          </div>`,
        )}
      </dl>
    </div>`;
  }

  get #fieldStyle(): FieldStyle {
    const { texts, language, settings, zone } = this;
    return {
      language,
      timeZone: zone,
      unknown: texts.unknownDate,
      yes: texts.yes,
      no: texts.no,
      links: linkRules(settings),
      ...(settings.currency && { currency: settings.currency }),
    };
  }
}
