import type { SectionName } from '../../src/model/resource.js';
import type { ErrorKind } from '../../src/model/source-error.js';

/** What is asked for by an action: a customer, a message itself, a sensitive value, the choice of attributes as it is read, and as it is saved. */
export type AskedName = 'search' | 'proof' | 'reveal' | 'settings' | 'save';

/** One fault of the backend, and what has to come of it (quality.md section 3). Read by the tests; the scenario is the demo's. */
export interface Fault {
  /** Ids of the rows this is. */
  readonly ids: readonly string[];
  /** Name of the mocks' scenario, also in the demo's strip. */
  readonly scenario: string;
  /** The state the section ends in. */
  readonly state: 'ready' | 'empty' | 'error' | 'hidden';
  /** What `c360-error` says, where one is due. */
  readonly kind?: ErrorKind;
  readonly reason?: string;
  /** What the reader sees. */
  readonly text?: string;
  readonly retry?: boolean;
  /** Time limits have to pass. */
  readonly expires?: boolean;
  /** Every section loses its data, not only the one asked about. */
  readonly purges?: boolean;
  /** Data that was on screen goes when it happens to a refresh; otherwise it stays and is marked. */
  readonly withdraws?: boolean;
  /** Sections, and what is asked for by an action, for which it is different, and how. */
  readonly except?: { readonly [Name in SectionName | AskedName]?: Partial<Omit<Fault, 'except'>> };
}

type Exceptions = NonNullable<Fault['except']>;

/** Requests for one resource in one load, retries included: never a storm (TH11, I6). */
export const MOST_REQUESTS = 3;

/** The demo's other scenarios, in which nothing is broken that a section could not show. */
export const looks: ReadonlySet<string> = new Set([
  'normal',
  'slow',
  'drip',
  'empty',
  'token-expired',
  'busy',
  'fails-later',
  'one-bad-record',
  'merged',
  'short-memory',
  'bare-integers',
]);

/** A backend without search, a message without a copy, and a choice of attributes that nobody keeps: nothing failed, and nobody is told. */
const noSearch = { state: 'empty', kind: undefined, text: 'This backend offers no search', purges: false, withdraws: false } as const;
const noCopy = { state: 'empty', text: 'The source keeps no copy of this message' } as const;
/** Nothing at the address of a sensitive value: it stays hidden, and whoever asked is told why. */
const unread = { state: 'empty', kind: undefined, text: 'Could not be read: Nothing recorded yet' } as const;
const untracked = { ...unread, text: 'Could not be read: Not tracked by this source' } as const;
const noChoice = { state: 'empty', kind: undefined, text: 'The backend keeps no choice of attributes', purges: false, withdraws: false } as const;
/** Nowhere to save: nothing is said of a customer, for the choice is everybody's. */
const nowhere = { state: 'error', kind: 'rejected', text: 'Request not accepted', purges: false, withdraws: false } as const;
/** The choice of attributes, and a search, name no customer who could be taken for another. */
const harmless = { state: 'ready', kind: undefined } as const;
const namesNobody: Exceptions = { search: harmless, settings: harmless, save: harmless };

export const faults: readonly Fault[] = [
  { ids: ['N1', 'N2', 'N14'], scenario: 'unreachable', state: 'error', kind: 'unreachable', text: "Can't reach the server", retry: true },
  { ids: ['N5'], scenario: 'never', state: 'error', kind: 'timeout', text: 'The server takes too long', retry: true, expires: true },
  { ids: ['N6'], scenario: 'stalls', state: 'error', kind: 'timeout', text: 'The server takes too long', retry: true, expires: true },
  { ids: ['N8'], scenario: 'truncated', state: 'error', kind: 'unreachable', text: "Can't reach the server", retry: true },
  { ids: ['N11'], scenario: 'redirect', state: 'error', kind: 'unreachable' },
  { ids: ['N13'], scenario: 'html', state: 'error', kind: 'malformed', reason: 'parse', text: 'Unexpected answer' },
  { ids: ['H1'], scenario: 'rejected', state: 'error', kind: 'rejected', text: 'Request not accepted', retry: false },
  { ids: ['H3'], scenario: 'unauthorized', state: 'error', kind: 'unauthorized', text: 'Session expired', retry: true, withdraws: true },
  { ids: ['H5'], scenario: 'forbidden', state: 'error', kind: 'forbidden', text: 'No permission', retry: false, withdraws: true },
  {
    ids: ['H6'],
    scenario: 'not-found',
    state: 'empty',
    text: 'Nothing recorded yet',
    except: {
      profile: { state: 'error', kind: 'not-found', text: 'Customer not found', retry: false, withdraws: true },
      search: { text: 'No customer found' },
      proof: noCopy,
      reveal: unread,
      settings: noChoice,
      save: nowhere,
    },
  },
  { ids: ['B28'], scenario: 'not-enabled', state: 'hidden', except: { search: noSearch, proof: noCopy, reveal: untracked, settings: noChoice, save: nowhere } },
  { ids: ['H7'], scenario: 'conflict', state: 'error', kind: 'conflict', text: 'Changed meanwhile', retry: true },
  {
    ids: ['H8', 'PR12'],
    scenario: 'gone',
    state: 'error',
    kind: 'gone',
    text: 'Data was erased',
    retry: false,
    purges: true,
    withdraws: true,
    // These are about no customer: the address is what has gone.
    except: { search: noSearch, settings: noChoice, save: nowhere },
  },
  { ids: ['H10', 'H13'], scenario: 'rate-limited', state: 'error', kind: 'rate-limited', text: 'Busy', retry: true },
  { ids: ['H11'], scenario: 'busy-until', state: 'error', kind: 'rate-limited', text: 'Busy', retry: true },
  // Nothing is saved twice by itself.
  { ids: ['H9'], scenario: 'try-later', state: 'ready', except: { save: { state: 'error', kind: 'rejected', text: 'Request not accepted' } } },
  { ids: ['H17'], scenario: 'not-implemented', state: 'error', kind: 'server', text: 'The server has a problem' },
  { ids: ['H14'], scenario: 'recovers', state: 'ready', except: { save: { state: 'error', kind: 'server', text: 'The server has a problem' } } },
  { ids: ['H15'], scenario: 'server', state: 'error', kind: 'server', text: 'The server has a problem', retry: true },
  { ids: ['H19'], scenario: 'backend-error', state: 'error', kind: 'malformed', reason: 'backend', text: 'Unexpected answer' },
  { ids: ['PS1'], scenario: 'malformed', state: 'error', kind: 'malformed', reason: 'parse', text: 'Unexpected answer' },
  { ids: ['PS3'], scenario: 'nothing', state: 'error', kind: 'malformed', reason: 'shape', text: 'Unexpected answer' },
  { ids: ['PS9'], scenario: 'deep', state: 'error', kind: 'malformed', reason: 'too-large', text: 'too large' },
  { ids: ['PS13'], scenario: 'more-members', state: 'ready' },
  { ids: ['PS17'], scenario: 'wrong-shape', state: 'error', kind: 'malformed', reason: 'shape', text: 'Unexpected answer' },
  { ids: ['PS10'], scenario: 'too-large', state: 'error', kind: 'malformed', reason: 'too-large', text: 'too large' },
  {
    ids: ['V26', 'TH1'],
    scenario: 'wrong-customer',
    state: 'error',
    kind: 'malformed',
    reason: 'identity-mismatch',
    text: 'did not match this customer',
    except: namesNobody,
  },
];

/** What the fault means for a section, or for what is asked for by an action. */
export function expectationOf(fault: Fault, name: SectionName | AskedName): Fault {
  return { ...fault, ...fault.except?.[name] };
}
