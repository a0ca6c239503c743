/** Which values stay hidden until revealed: `masked="type:email key:STR12 phone"` (contract section 2). */
export interface Mask {
  readonly all: boolean;
  readonly types: ReadonlySet<string>;
  readonly keys: ReadonlySet<string>;
}

/** What is shown instead: the same for every value, so that it tells neither letters nor length. */
export const MASK = '••••••';

/** Reads `masked` and `mask-all`; a bare word names a type and a key alike. */
export function toMask(masked: string | undefined, all: boolean): Mask {
  const types = new Set<string>();
  const keys = new Set<string>();
  for (const word of (masked ?? '').split(/\s+/)) {
    if (word.startsWith('type:')) types.add(word.slice(5));
    else if (word.startsWith('key:')) keys.add(word.slice(4));
    else if (word) {
      types.add(word);
      keys.add(word);
    }
  }
  return { all, types, keys };
}

/** Where a masked value stands between hidden and readable. */
export type RevealState = 'covered' | 'reading' | 'revealed' | 'failed';

/** What can be masked. `personal` tells what `mask-all` covers beside it: names, identifiers, addresses. */
export interface Maskable {
  readonly key: string;
  readonly type?: string;
  /** Marked by the backend: always masked. */
  readonly sensitive?: boolean;
  readonly personal?: boolean;
}

/** Types that tell who somebody is, whatever their key. */
const personalTypes: ReadonlySet<string> = new Set(['email', 'phone', 'name', 'url']);

/** Whether the value has to be hidden until it is revealed. */
export function isMasked(mask: Mask, { key, type, sensitive, personal }: Maskable): boolean {
  return (
    sensitive === true ||
    mask.keys.has(key) ||
    (type !== undefined && mask.types.has(type)) ||
    (mask.all && (personal === true || (type !== undefined && personalTypes.has(type))))
  );
}
