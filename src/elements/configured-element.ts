import { ContextConsumer } from '@lit/context';
import { type CSSResult, type CSSResultGroup, LitElement, nothing, type PropertyValues, render } from 'lit';
import { property } from 'lit/decorators.js';
import { Board } from '../data/board.js';
import { onConfigure, pageSettings } from '../data/config.js';
import { focusedDayContext, type Scope, scopeContext } from '../data/contexts.js';
import { LocaleController } from '../data/locale-controller.js';
import { instantNow, knownTimeZone } from '../data/question.js';
import { type ResolvedSettings, resolveSettings, SETTING_KEYS, type Settings } from '../data/settings.js';
import { warnOnce } from '../data/warn.js';
import type { MessageOverrides } from '../i18n/messages.js';
import type { Connection } from '../model/connection.js';
import type { Instant, PlainDay } from '../model/day.js';
import { isMasked, type Maskable, toMask } from '../model/masking.js';
import { wearStyles } from '../ui/own-document.js';
import { VERSION } from '../version.js';
import type { LoadedPart } from './section-host.js';

/** Attributes that count as unset when empty, so that a template may write `lang-free="${undefined ?? ''}"`. */
const emptyIsUnset = { fromAttribute: (value: string | null) => value || undefined };

/** An attribute that is taken away says nothing any more: what a provider or panel hides stays hidden. */
const presence = { fromAttribute: (value: string | null) => (value === null ? undefined : true) };

/**
 * What every element shares: the settings of contract section 2 with their inheritance (own → nearest provider or panel →
 * `configure()`), the texts of its language, and the boundary that keeps a failing template from leaving half of it on screen.
 */
export abstract class ConfiguredElement<Texts extends object = object> extends LitElement implements Settings {
  /** Version of the package this class came with. */
  static readonly version: string = VERSION;

  /** Root of the REST backend, resolved against the document's base; endpoint paths are appended. */
  @property({ attribute: 'base-url', converter: emptyIsUnset }) baseUrl?: Connection['baseUrl'];
  /** Adapter that reads the backend: `rest` (default), `optimove`, `smartico`, or several separated by spaces. */
  @property({ converter: emptyIsUnset }) source?: string;
  /** IANA name of the zone in which instants are shown and cut into days; the viewer's by default (T25). */
  @property({ attribute: 'time-zone', converter: emptyIsUnset }) timeZone?: string;
  /** ISO 4217 code for amounts that arrive without one; without it they are bare numbers. */
  @property({ converter: emptyIsUnset }) currency?: string;
  /** `auto` (default) follows the inherited `color-scheme`; `light`, `dark`. */
  @property({ converter: emptyIsUnset }) theme?: 'auto' | 'light' | 'dark';
  /** `comfortable` (default) or `compact`. */
  @property({ converter: emptyIsUnset }) density?: 'comfortable' | 'compact';
  /** Level of section headings, 2 by default. */
  @property({ attribute: 'heading-level', type: Number }) headingLevel?: number;
  /** Field types or keys hidden until revealed: `"email phone"`, `"type:email key:STR12"`. */
  @property({ converter: emptyIsUnset }) masked?: string;
  /** Hides everything personal, for screen sharing. */
  @property({ attribute: 'mask-all', converter: presence }) maskAll?: boolean;
  /** How the proof of an e-mail is shown: `text` (default), `html`, `url`. */
  @property({ converter: emptyIsUnset }) proof?: 'text' | 'html' | 'url';
  /** `same-origin` (default), `include`, `omit`. */
  @property({ converter: emptyIsUnset }) credentials?: RequestCredentials;
  /** Clock; "today" is its day in `timeZone`. */
  @property({ attribute: false }) now?: () => Date;
  /** Gives the bearer token; asked once for many requests, again once after a 401. */
  @property({ attribute: false }) getToken?: Connection['getToken'];
  /** The host's transport in place of `fetch`. */
  @property({ attribute: false }) fetch?: typeof globalThis.fetch;
  /** Sees each request before it leaves. */
  @property({ attribute: false }) onRequest?: Connection['onRequest'];
  /** Sees a copy of each response. */
  @property({ attribute: false }) onResponse?: Connection['onResponse'];
  /** Another URL template per resource, of the same origin as `baseUrl`. */
  @property({ attribute: false }) endpoints?: Connection['endpoints'];
  /** From a backend's own answer to the contract's shape, per resource. */
  @property({ attribute: false }) transform?: Connection['transform'];
  /** The customer's id in each source, where they differ. */
  @property({ attribute: false }) customerIdFor?: Connection['customerIdFor'];
  /** Renamed columns of a warehouse source, per resource or source. */
  @property({ attribute: false }) aliases?: Connection['aliases'];
  /** A source of the host's own in place of a backend. */
  @property({ attribute: false }) customerSource?: Connection['customerSource'];
  /** Origins links may lead to; the page's and the backend's by default. */
  @property({ attribute: false }) allowedLinkOrigins?: readonly string[];
  /** Origins images may come from; the page's and the backend's by default. */
  @property({ attribute: false }) allowedImageOrigins?: readonly string[];
  /** Keys of attributes pinned by this person (T36). */
  @property({ attribute: false }) pinnedAttributes?: readonly string[];
  /** Messages allowed per channel and week. */
  @property({ attribute: false }) contactCaps?: { readonly [channel: string]: number };
  /** Texts that replace the built-in ones, by key. */
  @property({ attribute: false }) messages?: MessageOverrides;
  /** The day marked in all sections of one panel or provider. */
  @property({ attribute: false }) focusedDay?: PlainDay | null;

  readonly #locale: LocaleController<Texts>;
  readonly #scopeConsumer: ContextConsumer<typeof scopeContext, this>;
  readonly #dayConsumer: ContextConsumer<typeof focusedDayContext, this>;
  readonly #ownBoard = new Board();
  readonly #styles = [...((this.constructor as typeof LitElement).elementStyles as readonly CSSResult[])];
  /** For `:state()`; set through `setState`. */
  readonly #internals = this.attachInternals();
  #scope: Scope | undefined;
  #contextDay: PlainDay | null = null;
  #settings: ResolvedSettings | undefined;
  #customerId: string | null | undefined;
  #timeFrame: string | undefined;
  #chosenCustomer: string | undefined;
  #chosenTimeFrame: string | undefined;
  #asOf: string | undefined;
  #chosenDay: string | undefined;
  #waitingFor: Promise<unknown> | undefined;
  #unconfigure: (() => void) | undefined;

  /** `english` is the element's own slice of texts, so that its code carries no other; more may follow with `addPart`. */
  constructor(english: Partial<Texts>) {
    super();
    this.#locale = new LocaleController(this, english, () => this.settings.messages);
    this.#scopeConsumer = new ContextConsumer(this, {
      context: scopeContext,
      subscribe: true,
      callback: (scope) => {
        this.#scope = scope;
        this.requestUpdate();
      },
    });
    this.#dayConsumer = new ContextConsumer(this, {
      context: focusedDayContext,
      subscribe: true,
      callback: (day) => {
        this.#contextDay = day;
        this.requestUpdate();
      },
    });
  }

  /**
   * Id of the customer, an opaque string and never a number (O9, T26). Absent or null: inherited; `''`: no customer. A customer
   * chosen in the search takes its place until it is set again.
   */
  @property({ attribute: 'customer-id' })
  get customerId(): string | null | undefined {
    return this.#chosenCustomer ?? this.#customerId;
  }
  set customerId(value: string | null | undefined) {
    this.#customerId = value;
    this.#chosenCustomer = undefined;
  }

  /** `P6M` (default), `P30D`, `2026-01-01/2026-06-30` or `all` (B3). One chosen on screen takes its place until it is set again. */
  @property({ attribute: 'time-frame', converter: emptyIsUnset })
  get timeFrame(): string | undefined {
    return this.#chosenTimeFrame ?? this.#timeFrame;
  }
  set timeFrame(value: string | undefined) {
    this.#timeFrame = value;
    this.#chosenTimeFrame = undefined;
  }

  /**
   * Snapshot day of the profile to show instead of the newest. One chosen on screen takes its place until it is set again or another
   * customer comes; empty where that is the newest.
   */
  @property({ attribute: 'as-of', converter: emptyIsUnset })
  get asOf(): string | undefined {
    return this.#chosenDay ?? this.#asOf;
  }
  set asOf(value: string | undefined) {
    this.#asOf = value;
    this.#chosenDay = undefined;
  }

  override connectedCallback(): void {
    this.#unconfigure = onConfigure(() => this.requestUpdate());
    super.connectedCallback();
    this.#awaitProvider();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unconfigure?.();
    this.#forgetProvider();
  }

  /** Styles stay behind in the document the element came from (F25). */
  adoptedCallback(): void {
    if (this.shadowRoot) wearStyles(this.shadowRoot, this.#styles);
  }

  /** Present so that `moveBefore` moves the element without loading anew (F25), unless it comes to another provider. */
  connectedMoveCallback(): void {
    this.#lookAround();
  }

  /** The panel or provider around the element. */
  protected get scope(): Scope | undefined {
    return this.#scope;
  }

  /** Where sections leave what they know; an element alone on a page has its own. */
  protected get board(): Board {
    return this.#scope?.board ?? this.#ownBoard;
  }

  /** The settings in force, inherited ones included. */
  protected get settings(): ResolvedSettings {
    this.#settings ??= this.#resolve();
    return this.#settings;
  }

  protected get texts(): Texts {
    return this.#locale.messages;
  }

  /** BCP 47 name of the language to write in. */
  protected get language(): string {
    return this.#locale.language;
  }

  /** The zone to show instants in; always one the platform knows. */
  protected get zone(): string {
    return knownTimeZone(this.settings.timeZone);
  }

  protected get nowInstant(): Instant {
    return instantNow(this.settings.now);
  }

  /** The linked day: own, else the one of the panel or provider. */
  protected get linkedDay(): PlainDay | null {
    return this.focusedDay ?? this.#contextDay;
  }

  /** Whether a provider around this element is not ready yet: nothing may be asked before it is. */
  protected get isWaiting(): boolean {
    return this.#waitingFor !== undefined;
  }

  /** Whether the value has to be hidden until it is revealed. */
  protected isMasked(value: Maskable): boolean {
    return isMasked(toMask(this.settings.masked, this.settings.maskAll === true), value);
  }

  /** Adds the English texts and the styles of a file loaded later. */
  protected addPart({ english, styles }: LoadedPart<Texts>): void {
    this.#locale.add(english);
    this.addStyles(styles);
    this.requestUpdate();
  }

  /** Adds the styles of a file loaded later that words nothing. */
  protected addStyles(styles: CSSResultGroup): void {
    const { finalizeStyles } = LitElement as unknown as { finalizeStyles(styles: CSSResultGroup): readonly CSSResult[] };
    this.#styles.push(...finalizeStyles(styles));
    this.adoptedCallback();
  }

  protected override createRenderRoot(): ShadowRoot {
    const root = this.attachShadow(LitElement.shadowRootOptions);
    wearStyles(root, this.#styles);
    return root;
  }

  /** Makes the customer this element's own until the property is set again; the attribute is not rewritten. */
  protected takeCustomer(customerId: string): void {
    this.#chosenCustomer = customerId;
    this.requestUpdate();
  }

  protected takeTimeFrame(timeFrame: string): void {
    this.#chosenTimeFrame = timeFrame;
    this.requestUpdate();
  }

  /** Shows another snapshot of this customer; `undefined` is the newest, whatever the page has set. */
  protected takeSnapshot(day: PlainDay | undefined): void {
    this.#chosenDay = day ?? '';
    this.requestUpdate();
  }

  /** Sets or clears one `:state(name)`. */
  protected setState(name: string, on: boolean): void {
    if (on) this.#internals.states.add(name);
    else this.#internals.states.delete(name);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const shown = this.#settings?.customerId;
    this.#settings = this.#resolve();
    // Nobody must take an old day of the next customer for today.
    if (this.#chosenDay !== undefined && this.#settings.customerId !== shown) {
      this.#chosenDay = undefined;
      this.#settings = this.#resolve();
    }
    const { theme, density } = this.#settings;
    this.setState('light', theme === 'light');
    this.setState('dark', theme === 'dark');
    this.setState('compact', density === 'compact');
  }

  /**
   * Keeps a throw half way through a template from leaving a mix of two customers on screen (F7, F8): the tree is emptied, the
   * element is told, and draws once more.
   */
  protected override update(changed: PropertyValues<this>): void {
    try {
      super.update(changed);
    } catch (error) {
      this.#empty();
      this.onRenderError(error);
      try {
        super.update(changed);
      } catch {
        this.#empty();
        // Not even an error can be drawn, as where the page's policy allows no templates (HP4).
        const words: unknown = Reflect.get(this.texts, 'errorRender');
        if (typeof words !== 'string') return;
        this.renderRoot.append(words);
        warnOnce('drawing fails; does trusted-types leave out c360-lit?', 'privacy-and-security');
      }
    }
  }

  /** Called when drawing failed, before the second attempt: the element puts its error state in place of the value. */
  protected onRenderError(_error: unknown): void {}

  #empty(): void {
    this.renderRoot.replaceChildren();
    // Lit keeps its place in the container; after a throw that place is not to be trusted.
    Reflect.deleteProperty(this.renderRoot, '_$litPart$');
    this.renderOptions.renderBefore = undefined;
    render(nothing, this.renderRoot, this.renderOptions);
  }

  #resolve(): ResolvedSettings {
    const own: Record<string, unknown> = {};
    for (const key of SETTING_KEYS) if (this[key] !== undefined) own[key] = this[key];
    return resolveSettings(own as Settings, this.#scope?.settings ?? pageSettings());
  }

  /** A provider or panel further up that is not upgraded yet would be missed, and with it the customer and the token. */
  #awaitProvider(): void {
    const pending = pendingProvider(this);
    if (!pending) return;
    const waiting = customElements.whenDefined(pending).then(() => {
      if (this.#waitingFor !== waiting) return;
      this.#waitingFor = undefined;
      if (this.isConnected) this.#lookAround();
    });
    this.#waitingFor = waiting;
  }

  /** The next place may have another provider or none. */
  #forgetProvider(): void {
    this.#scope = undefined;
    this.#contextDay = null;
  }

  /** Asks anew who provides. */
  #lookAround(): void {
    this.#forgetProvider();
    for (const consumer of [this.#scopeConsumer, this.#dayConsumer]) {
      consumer.hostDisconnected();
      consumer.hostConnected();
    }
    this.requestUpdate();
  }
}

/** Name of the nearest provider or panel around the element that the browser has not upgraded yet. */
function pendingProvider(element: Element): string | undefined {
  for (let node: Node | null = element.parentNode; node; node = node instanceof ShadowRoot ? node.host : node.parentNode) {
    if (!(node instanceof Element)) continue;
    if (node.localName !== 'c360-provider' && node.localName !== 'c360-panel') continue;
    return customElements.get(node.localName) ? undefined : node.localName;
  }
  return undefined;
}
