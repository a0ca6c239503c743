import { css, html, type PropertyValues } from 'lit';
import { ScopeController } from '../../data/scope-controller.js';
import { ConfiguredElement } from '../configured-element.js';
import { focusSection, isSectionElement, purgeSections, type SectionElement } from '../section-element.js';

/**
 * Gives its children one configuration, one customer, one time frame and one linked day, for pages that lay out the sections
 * themselves. Has no looks of its own.
 *
 * @summary Configuration for sections laid out by the page.
 * @slot - The sections, at any depth.
 */
export class C360Provider extends ConfiguredElement {
  static override readonly styles = css`
    :host {
      display: contents;
    }
    :host([theme='light']) {
      color-scheme: light;
    }
    :host([theme='dark']) {
      color-scheme: dark;
    }
  `;

  readonly #scope = new ScopeController(this, {
    embedded: false,
    chooseCustomer: (customerId) => this.takeCustomer(customerId),
    chooseTimeFrame: (timeFrame) => this.takeTimeFrame(timeFrame),
    chooseSnapshot: (day) => this.takeSnapshot(day),
    choosePins: (keys) => {
      this.pinnedAttributes = keys;
    },
    showEvidence: (section) => focusSection(this.#sections(), section),
    purge: (error) => {
      purgeSections(this.#sections(), error);
      this.#resetSearches();
    },
  });

  constructor() {
    super({});
  }

  /** Asks every section inside to load again. */
  refresh(): void {
    for (const section of this.#sections()) section.refresh();
  }

  /** Makes every section and search inside forget all it has. */
  reset(): void {
    for (const section of this.#sections()) section.reset();
    this.#resetSearches();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#scope.provide(this.settings);
    if (changed.has('focusedDay')) this.#scope.focusDay(this.focusedDay ?? null);
  }

  protected override render() {
    return html`<slot></slot>`;
  }

  #resetSearches(): void {
    for (const search of this.querySelectorAll('c360-search')) search.reset();
  }

  #sections(): readonly SectionElement[] {
    return [...this.querySelectorAll('*')].filter(isSectionElement);
  }
}
