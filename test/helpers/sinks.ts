/** What left, or was left behind, although nothing personal may: the sinks of quality.md 4.11, watched while a test runs. */
export interface Sinks {
  /** Everything wrong so far, in words: any use of what the elements never use, and `secret` wherever it was found. */
  readonly problems: (secret: RegExp) => readonly string[];
}

let restore: (() => void)[] = [];

/** Puts a function of ours in the place of one member, until the end of the test. */
function instead<Key extends PropertyKey>(target: { [Name in Key]?: unknown }, key: Key, call: (values: readonly unknown[]) => void): void {
  const descriptor = Object.getOwnPropertyDescriptor(target, key);
  const original = target[key];
  if (typeof original !== 'function') return;
  Object.defineProperty(target, key, {
    configurable: true,
    writable: true,
    value(this: unknown, ...values: unknown[]): unknown {
      call(values);
      return Reflect.apply(original, this, values);
    },
  });
  restore.push(() => {
    if (descriptor) Object.defineProperty(target, key, descriptor);
    else Reflect.deleteProperty(target, key);
  });
}

function inWords(value: unknown): string {
  if (typeof value === 'string') return value;
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return String(value);
  }
}

/** What of the page could hold something of ours beyond it, or be seen by others on it. */
function pageState(): Readonly<Record<string, string>> {
  return {
    'local storage': JSON.stringify(localStorage),
    'session storage': JSON.stringify(sessionStorage),
    cookies: document.cookie,
    address: location.href,
    'length of the history': String(history.length),
    'state of the history': inWords(history.state),
    title: document.title,
    'name of the window': window.name,
  };
}

/** Every text and attribute of the page outside of shadow trees. */
function* lightTexts(node: Node): Generator<string> {
  if (node instanceof Text) yield node.data;
  if (node instanceof Element) for (const { value } of node.attributes) yield value;
  for (const child of node.childNodes) yield* lightTexts(child);
}

/** Watches until the end of the test. Lines of the console and uncaught errors are the guard's; here they are searched for secrets. */
export function watchSinks(): Sinks {
  const used: string[] = [];
  const seen: [where: string, what: string][] = [];
  const before = pageState();
  const never = (where: string) => (values: readonly unknown[]) => used.push(`${where} was used: ${values.map(inWords).join(', ').slice(0, 200)}`);
  const look = (where: string) => (values: readonly unknown[]) => seen.push([where, values.map(inWords).join(' ')]);

  instead(Storage.prototype, 'setItem', never('storage'));
  instead(IDBFactory.prototype, 'open', never('IndexedDB'));
  if ('CacheStorage' in window) instead(CacheStorage.prototype, 'open', never('CacheStorage'));
  instead(History.prototype, 'pushState', never('history.pushState'));
  instead(History.prototype, 'replaceState', never('history.replaceState'));
  instead(Navigator.prototype, 'sendBeacon', never('sendBeacon'));
  instead(XMLHttpRequest.prototype, 'open', never('XMLHttpRequest'));
  instead(document, 'execCommand', never('execCommand'));
  if ('Clipboard' in window) {
    instead(Clipboard.prototype, 'writeText', never('the clipboard'));
    instead(Clipboard.prototype, 'write', never('the clipboard'));
  }
  instead(window, 'open', never('window.open'));
  instead(window, 'postMessage', look('postMessage'));
  instead(MessagePort.prototype, 'postMessage', look('postMessage'));
  instead(BroadcastChannel.prototype, 'postMessage', look('postMessage'));
  instead(WebSocket.prototype, 'send', look('a socket'));
  for (const level of ['error', 'warn', 'info', 'log', 'debug'] as const) instead(console, level, look(`console.${level}`));
  instead(EventTarget.prototype, 'dispatchEvent', ([event]) => {
    if (event instanceof CustomEvent && event.composed) look(`the event ${event.type}`)([event.type, event.detail]);
  });
  const uncaught = (event: Event) => {
    const reason = event instanceof ErrorEvent ? event.error : event instanceof PromiseRejectionEvent ? event.reason : undefined;
    look(event.type)([String(reason), reason instanceof Error ? reason.stack : '']);
  };
  for (const type of ['error', 'unhandledrejection']) {
    window.addEventListener(type, uncaught, { capture: true });
    restore.push(() => window.removeEventListener(type, uncaught, { capture: true }));
  }

  return {
    problems: (secret) => {
      const after = pageState();
      const changed = Object.keys(before).filter((key) => after[key] !== before[key]);
      const leaked = seen.filter(([, what]) => secret.test(what)).map(([where, what]) => `${where} holds ${secret.exec(what)?.[0]}: ${what.slice(0, 200)}`);
      const inLight = [...lightTexts(document.documentElement)]
        .filter((text) => secret.test(text))
        .map((text) => `outside of the shadow tree: ${text.slice(0, 200)}`);
      return [...used, ...changed.map((key) => `${key}: ${after[key]}`), ...leaked, ...inLight];
    },
  };
}

afterEach(() => {
  for (const undo of restore.reverse()) undo();
  restore = [];
});
