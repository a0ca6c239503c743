import { Task } from '@lit/task';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Instant } from '../model/day.js';
import type { Answer, EmptyReason, Resource } from '../model/resource.js';
import { NotEnabled, NothingThere, SourceError } from '../model/source-error.js';

/** What a section wants to know at this moment. */
export interface Question<Value> {
  readonly customerId: string;
  /** Everything the answer depends on, as text: another key is another question. */
  readonly key: string;
  /** Which kind of nothing an answer without content is. */
  readonly nothing: EmptyReason;
  readonly read: (options: { signal: AbortSignal; onSlow: () => void }) => Promise<Answer<Value>>;
}

/** No customer; no reader for this resource; or a mistake in the configuration that made asking impossible. */
export type Asked<Value> = Question<Value> | 'idle' | 'hidden' | SourceError;

export interface ResourceHooks<Value> {
  /** The clock of the host's settings. */
  readonly now: () => Instant;
  /** Whether an answer has nothing in it; without this each has something. */
  readonly isEmpty: ((value: Value) => boolean) | undefined;
  /** Told of every change, before it is drawn; `final` once a load or refresh has completed. */
  readonly onChange: (resource: Resource<Value>, question: Question<Value> | undefined, final: boolean, error?: SourceError) => void;
}

/** A page that was out of sight for so long is asked anew (L19). */
const LONG_HIDDEN = 30 * 60_000;

/** Over how many milliseconds questions are spread that all wait for the network. */
const SPREAD = 1_000;

/**
 * Turns `@lit/task` into a `Resource` and keeps the rules Task lacks (quality.md F1 to F8): the value belongs to its question and
 * goes with it; whatever is under way is aborted on disconnect and started anew on reconnect; an abort is no error; an answer
 * that comes although it was aborted is dropped. `task.value` is never read, Task only runs and aborts.
 */
export class ResourceController<Value> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #ask: () => Asked<Value>;
  readonly #hooks: ResourceHooks<Value>;
  readonly #task: Task<readonly [string | undefined, number]>;
  #resource: Resource<Value> = { status: 'idle' };
  #asked: Asked<Value> = 'idle';
  /** Grows with each load of the same question; part of Task's arguments. */
  #round = 0;
  #connected = false;
  #listening: AbortController | undefined;
  #hiddenSince: number | undefined;
  /** The question that `reset()` put an end to. */
  #forgottenKey: string | undefined;

  /** `ask` is called before each render and may throw; a `SourceError` is shown as it is, anything else as `render` (L18). */
  constructor(host: ReactiveControllerHost, ask: () => Asked<Value>, hooks: ResourceHooks<Value>) {
    this.#host = host;
    this.#ask = ask;
    this.#hooks = hooks;
    host.addController(this);
    // Task is a controller of its own and runs after this one, so `hostUpdate` below has settled what to ask. It asks for a drawing once
    // it has run, when what it brought is drawn already: everything would be drawn twice.
    const taskHost = { addController: (task: ReactiveController) => host.addController(task), requestUpdate() {} };
    this.#task = new Task(taskHost as ReactiveControllerHost, {
      args: () => [this.#key, this.#round] as const,
      task: ([key, round], { signal }) => this.#run(key, round, signal),
    });
  }

  get resource(): Resource<Value> {
    return this.#resource;
  }

  /** The question whose answer `resource` is. */
  get question(): Question<Value> | undefined {
    return isQuestion(this.#asked) ? this.#asked : undefined;
  }

  /** Asks the same again; what is on screen stays until the answer comes. */
  refresh(): void {
    if (this.#forgottenKey !== undefined) this.reload();
    if (!this.question) return;
    this.#round++;
    if (this.#resource.status === 'ready') this.#set({ ...this.#resource, refreshing: true });
    else this.#set({ status: 'loading' });
  }

  /** Aborts, forgets and stays blank until `refresh()` or another question. */
  reset(): void {
    this.#blank(this.#key ?? this.#forgottenKey);
  }

  /** Blanks and asks anew, for data that may not be shown before it was checked again (L19). */
  reload(): void {
    this.#blank(undefined);
  }

  /** Shows an error in place of whatever was there: the data must not stay (PR12). `tell` when nobody was told yet. */
  fail(error: SourceError, tell = false): void {
    if (this.#resource.status === 'hidden' || this.#resource.status === 'idle') return;
    this.#task.abort();
    this.#set({ status: 'error', error }, tell, error);
  }

  hostConnected(): void {
    this.#connected = true;
    this.#round++;
    this.#forgottenKey = undefined;
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    window.addEventListener('pageshow', (event) => event.persisted && this.reload(), { signal });
    window.addEventListener('online', () => this.#whenOnline(), { signal });
    document.addEventListener('visibilitychange', () => this.#onVisibility(), { signal });
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#connected = false;
    this.#listening?.abort();
    this.#task.abort();
    this.#asked = 'idle';
    // Nothing personal stays behind in a detached tree (F2, PR10).
    this.#set({ status: 'idle' });
  }

  hostUpdate(): void {
    if (!this.#connected) return;
    const asked = this.#askSafely();
    const key = isQuestion(asked) ? asked.key : undefined;
    if (key && key === this.#key) {
      this.#asked = asked;
      return;
    }
    if (key && key === this.#forgottenKey) return;
    this.#forgottenKey = undefined;
    if (sameAsked(asked, this.#asked)) return;
    this.#task.abort();
    this.#asked = asked;
    if (isQuestion(asked)) this.#set({ status: 'loading' });
    else if (asked instanceof SourceError) this.#set({ status: 'error', error: asked }, true, asked);
    else this.#set({ status: asked }, asked === 'hidden');
  }

  get #key(): string | undefined {
    return this.question?.key;
  }

  #askSafely(): Asked<Value> {
    try {
      return this.#ask();
    } catch (error) {
      return error instanceof SourceError ? error : new SourceError('render');
    }
  }

  /** Never throws and never gives a value: Task would keep it (F4, F16). */
  async #run(key: string | undefined, round: number, signal: AbortSignal): Promise<void> {
    const question = this.question;
    if (!question || key === undefined) return;
    // Disconnected there is no key.
    const current = () => !signal.aborted && key === this.#key && round === this.#round;
    const onSlow = () => {
      if (current() && this.#resource.status === 'loading') this.#set({ status: 'loading', slow: true });
    };
    try {
      const answer = await question.read({ signal, onSlow });
      if (!current()) return;
      // Where nothing could be read, nobody knows that there is nothing.
      if (!answer.leftOut && this.#hooks.isEmpty?.(answer.value)) this.#set({ status: 'empty', reason: question.nothing, meta: answer.meta }, true);
      else this.#set({ status: 'ready', answer, loadedAt: this.#hooks.now() }, true);
    } catch (thrown) {
      if (!current()) return;
      if (thrown instanceof NotEnabled) this.#set({ status: 'hidden' }, true);
      else if (thrown instanceof NothingThere) this.#set({ status: 'empty', reason: 'nothing-ever', meta: {} }, true);
      else this.#fail(thrown instanceof SourceError ? thrown : new SourceError('render'));
    }
  }

  #fail(error: SourceError): void {
    const shown = this.#resource;
    if (shown.status === 'ready' && !error.withdrawsData) {
      const { status, answer, loadedAt, stale } = shown;
      this.#set({ status, answer, loadedAt, stale: { since: stale?.since ?? loadedAt, error } }, true, error);
    } else this.#set({ status: 'error', error }, true, error);
  }

  #blank(forgottenKey: string | undefined): void {
    this.#forgottenKey = forgottenKey;
    this.#task.abort();
    this.#round++;
    this.#asked = 'idle';
    this.#set({ status: 'idle' });
  }

  #set(resource: Resource<Value>, final = false, error?: SourceError): void {
    this.#resource = resource;
    this.#host.requestUpdate();
    this.#hooks.onChange(resource, this.question, final, error);
  }

  /** Each at a time of its own, since all questions of many pages wait for the same moment (N4). */
  #whenOnline(): void {
    setTimeout(() => this.#resource.status === 'error' && this.#resource.error.kind === 'offline' && this.refresh(), Math.random() * SPREAD);
  }

  #onVisibility(): void {
    if (document.hidden) this.#hiddenSince = this.#hooks.now();
    else if (this.#hiddenSince !== undefined) {
      const long = this.#hooks.now() - this.#hiddenSince >= LONG_HIDDEN;
      this.#hiddenSince = undefined;
      if (long) this.refresh();
    }
  }
}

function isQuestion<Value>(asked: Asked<Value>): asked is Question<Value> {
  return typeof asked === 'object' && !(asked instanceof SourceError);
}

/** Whether two things that are not questions say the same; two questions are told apart by their keys. */
function sameAsked(left: Asked<unknown>, right: Asked<unknown>): boolean {
  if (left instanceof SourceError && right instanceof SourceError) return left.message === right.message;
  return typeof left === 'string' && left === right;
}
