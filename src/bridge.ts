/**
 * The script of `cdn/bridge.html`, for hosts that can only embed an iframe (contract section 3). It takes the customer and the token
 * from the page around it and tells that page the elements' events; nothing else passes.
 */
import type { C360EventName, C360Panel } from './index.js';

/** Every event of contract section 3; a test holds them equal to the manifest's. */
const EVENTS: readonly C360EventName[] = [
  'c360-load',
  'c360-error',
  'c360-auth-error',
  'c360-customer-change',
  'c360-time-frame-change',
  'c360-day-focus',
  'c360-product-open',
  'c360-campaign-open',
  'c360-message-open',
  'c360-attributes-change',
  'c360-reveal',
  'c360-export',
];

/** What the address may set on the panel: looks and the way to the backend, never a customer, who would stand in logs and histories. */
const FROM_ADDRESS = [
  'base-url',
  'source',
  'time-frame',
  'time-zone',
  'currency',
  'theme',
  'density',
  'sections',
  'masked',
  'mask-all',
  'proof',
  'lang',
  'dir',
];

/** Origins as browsers write them; what is none is left out, `*` included. */
function originsOf(text: string | null | undefined): readonly string[] {
  return (text ?? '').split(/[\s,]+/).flatMap((one) => (/^https?:/i.test(one) && URL.canParse(one) ? new URL(one).origin : []));
}

/**
 * Connects the panel with the page around this one.
 *
 * Who may talk is what the page's own `data-origins` says and, only where it is missing, `?origins=`. Whoever writes the address of a
 * frame can name themselves in it, so a bridge that was told by its address alone sends no cookies: the token is then the only key.
 */
function connect(panel: C360Panel, page: HTMLElement, address: URLSearchParams): void {
  const own = page.dataset['origins'];
  const allowed = new Set(originsOf(own ?? address.get('origins')));
  for (const name of FROM_ADDRESS) {
    const value = address.get(name);
    if (value !== null && !panel.hasAttribute(name)) panel.setAttribute(name, value);
  }
  if (own === undefined) panel.setAttribute('credentials', 'omit');
  /** Where the host is known to be; nothing is told before. */
  let host: string | undefined;
  let held: string | undefined;
  let given: string | undefined;
  let waiting: ((token: string) => void) | undefined;

  const getToken: C360Panel['getToken'] = ({ reason }) => {
    // One the host sent of its own accord since is newer than the refused one.
    if (held !== undefined && (reason === 'first' || held !== given)) return (given = held);
    if (host) parent.postMessage({ type: 'c360:token-needed', reason }, host);
    return new Promise((resolve) => (waiting = resolve));
  };

  const takeToken = (token: string): void => {
    held = token;
    if (waiting) waiting((given = token));
    waiting = undefined;
    panel.getToken ??= getToken;
  };

  addEventListener('message', ({ source, origin, data }: MessageEvent<unknown>) => {
    if (source !== parent || parent === window || !allowed.has(origin)) return;
    const { type, customerId, token } = read(data, address.get('app'));
    if (type === 'c360:token' && typeof token === 'string') takeToken(token);
    else if (type === 'c360:customer' && (typeof customerId === 'string' || customerId === null)) panel.customerId = customerId ?? '';
    else return;
    host = origin;
  });

  for (const type of EVENTS) {
    panel.addEventListener(type, (event) => {
      if (host) parent.postMessage({ type, detail: event.detail }, host);
    });
  }
  // Says nothing but that it listens, so it may be said to anybody.
  if (parent !== window) parent.postMessage(address.get('app') === 'chatwoot' ? 'chatwoot-dashboard-app:fetch-info' : { type: 'c360:ready' }, '*');
}

/**
 * The message, whoever's words it is in. A Chatwoot dashboard app is told of the conversation's contact as JSON text; its `identifier`
 * is the customer's id in the business's own systems.
 */
function read(data: unknown, app: string | null): Readonly<Record<string, unknown>> {
  if (app === 'chatwoot' && typeof data === 'string') {
    try {
      const message = record(JSON.parse(data));
      const contact = record(record(message['data'])['contact']);
      return message['event'] === 'appContext' ? { type: 'c360:customer', customerId: contact['identifier'] ?? null } : {};
    } catch {
      return {};
    }
  }
  return record(data);
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/** The page is all ours: no margin around the panel. Through CSSOM, so that the strictest style policy holds. */
function layOut(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('body{margin:0;font-family:system-ui,sans-serif}:root{color-scheme:light dark}');
  document.adoptedStyleSheets.push(sheet);
}

layOut();
const panel = document.querySelector<C360Panel>('c360-panel');
if (panel) void customElements.whenDefined('c360-panel').then(() => connect(panel, document.documentElement, new URLSearchParams(location.search)));
