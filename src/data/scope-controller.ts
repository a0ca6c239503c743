import { ContextProvider } from '@lit/context';
import type { LitElement, ReactiveController } from 'lit';
import type { PlainDay } from '../model/day.js';
import { Board } from './board.js';
import { focusedDayContext, type Scope, scopeContext } from './contexts.js';
import type { ResolvedSettings } from './settings.js';

/** What a panel or provider lets its sections do to it. */
export type ScopeActions = Pick<Scope, 'embedded' | 'chooseCustomer' | 'chooseTimeFrame' | 'chooseSnapshot' | 'choosePins' | 'showEvidence' | 'purge'>;

/** Makes its host the scope of everything inside it: one configuration, one board, one linked day. */
export class ScopeController implements ReactiveController {
  readonly board = new Board();
  readonly #scope: ContextProvider<typeof scopeContext>;
  readonly #day: ContextProvider<typeof focusedDayContext>;
  readonly #host: LitElement;
  readonly #actions: ScopeActions;

  constructor(host: LitElement, actions: ScopeActions) {
    this.#host = host;
    this.#actions = actions;
    this.#scope = new ContextProvider(host, { context: scopeContext });
    this.#day = new ContextProvider(host, { context: focusedDayContext, initialValue: null });
    host.addController(this);
    this.board.subscribe(() => this.#scope.value && this.provide(this.#scope.value.settings));
  }

  /** Hands the settings down, and what keeps all from loading; equal ones change nothing. */
  provide(settings: ResolvedSettings): void {
    const held = this.#scope.value;
    const failure = this.board.failure(settings.customerId);
    if (held && held.failure === failure && sameSettings(held.settings, settings)) return;
    this.#scope.setValue({ settings, failure, board: this.board, ...this.#actions });
  }

  focusDay(day: PlainDay | null): void {
    this.#day.setValue(day);
  }

  hostConnected(): void {
    this.#host.addEventListener('c360-day-focus', this.#onDayFocus);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('c360-day-focus', this.#onDayFocus);
  }

  readonly #onDayFocus = (event: Event) => {
    if (event instanceof CustomEvent) this.focusDay(event.detail.date);
  };
}

function sameSettings(left: ResolvedSettings, right: ResolvedSettings): boolean {
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]) as Set<keyof ResolvedSettings>;
  return [...keys].every((key) => left[key] === right[key]);
}
