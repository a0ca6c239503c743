import type { Activity } from '../model/activity.js';
import type { CampaignPage } from '../model/campaign.js';
import type { Metrics, Profile } from '../model/customer.js';
import type { CustomerEvent, Page } from '../model/event.js';
import type { Impact } from '../model/impact.js';
import type { Predictions } from '../model/prediction.js';
import type { Resource } from '../model/resource.js';
import type { SourceError } from '../model/source-error.js';

/** What the sections of one panel or provider know at this moment, by resource. */
export interface BoardValues {
  profile: Profile;
  metrics: Metrics;
  impact: Impact;
  activity: Activity;
  events: Page<CustomerEvent>;
  campaigns: CampaignPage;
  predictions: Predictions;
}

export type BoardName = keyof BoardValues;

/** Everything the board knows of one resource. */
export interface BoardEntry<Value = unknown> {
  /** As the settings have it, so that a mistake in it can be told as well. */
  readonly customerId: unknown;
  readonly resource: Resource<Value>;
}

/**
 * Where the sections of one panel or provider pin what they have loaded, so that the brief, the data-trust strip and the one
 * line of status can use it without asking the backend again. Entries answer only to the customer they belong to (TH1).
 */
export class Board {
  readonly #entries = new Map<BoardName, BoardEntry>();
  readonly #listeners = new Set<() => void>();

  post<Name extends BoardName>(name: Name, customerId: unknown, resource: Resource<BoardValues[Name]>): void {
    this.#entries.set(name, { customerId, resource });
    this.#tell();
  }

  /** Takes an entry down; one that already belongs to another customer stays. */
  remove(name: BoardName, customerId: unknown): void {
    if (this.#entries.get(name)?.customerId !== customerId) return;
    this.#entries.delete(name);
    this.#tell();
  }

  /** The state of a resource of this customer, never of another. */
  resource<Name extends BoardName>(name: Name, customerId: unknown): Resource<BoardValues[Name]> | undefined {
    const entry = this.#entries.get(name);
    return entry && entry.customerId === customerId ? (entry.resource as Resource<BoardValues[Name]>) : undefined;
  }

  /** The value of a resource of this customer, once it is there. */
  value<Name extends BoardName>(name: Name, customerId: unknown): BoardValues[Name] | undefined {
    const resource = this.resource(name, customerId);
    return resource?.status === 'ready' ? resource.answer.value : undefined;
  }

  /** All that is known of this customer. */
  entries(customerId: unknown): readonly (readonly [BoardName, Resource<unknown>])[] {
    return [...this.#entries].filter(([, entry]) => entry.customerId === customerId).map(([name, entry]) => [name, entry.resource] as const);
  }

  /** What is told once for all sections: a mistake in the set-up, or the one reason why nothing could be loaded (N15). */
  failure(customerId: unknown): SourceError | undefined {
    const errors = this.entries(customerId).flatMap(([, resource]) =>
      resource.status === 'hidden' ? [] : [resource.status === 'error' ? resource.error : undefined],
    );
    // The message of an error is its kind and reason.
    return errors.find((error) => error?.kind === 'config') ?? (errors.every((error) => error?.message === errors[0]?.message) ? errors[0] : undefined);
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}
