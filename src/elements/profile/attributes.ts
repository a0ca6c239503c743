import type { Field, FieldValue, Profile } from '../../model/customer.js';

/** One attribute of the customer as a line. */
export interface AttributeRow {
  readonly field: Field;
  readonly value: FieldValue | undefined;
  /** The value of the other snapshot, where it differs. */
  readonly other?: FieldValue;
  readonly pinned: boolean;
}

export interface AttributeGroup {
  /** `undefined` for attributes that name no group, and for pins. */
  readonly name: string | undefined;
  readonly pinned: boolean;
  readonly rows: readonly AttributeRow[];
}

/** Which attributes a reader wants to see. */
export interface AttributeChoice {
  /** For all customers, in order (B5); missing = the fields' own default. */
  readonly visible: readonly string[] | undefined;
  /** By this person (T36). */
  readonly pins: readonly string[];
  /** Also those that are not chosen, after the others. */
  readonly all: boolean;
  /** Only those that match what is searched for. */
  readonly matches?: (row: AttributeRow) => boolean;
  /** How many lines at most. */
  readonly limit: number;
}

export interface AttributeList {
  readonly groups: readonly AttributeGroup[];
  /** Lines in `groups`. */
  readonly shown: number;
  /** Lines that the limit left out. */
  readonly left: number;
  /** Attributes this customer has at all. */
  readonly total: number;
}

/** Every attribute that came: described ones, then values nobody described, by their raw key (O5: flagged, not dropped). */
export function allFields({ fields, values }: Profile): readonly Field[] {
  const known = new Set(fields.map(({ key }) => key));
  return [...fields, ...[...values].flatMap(([key, value]) => (known.has(key) ? [] : [undescribedField(key, value)]))];
}

function undescribedField(key: string, value: FieldValue): Field {
  const type = typeof value === 'number' ? 'number' : typeof value === 'boolean' ? 'boolean' : 'text';
  return { key, type, default: false, custom: false, sensitive: false };
}

/** The keys shown for all customers, in their order. */
export function visibleKeys(fields: readonly Field[], visible: readonly string[] | undefined): readonly string[] {
  return visible ?? fields.filter((field) => field.default).map(({ key }) => key);
}

/**
 * The lines to show, in groups: personal pins first, then the groups in the order in which they first appear. A value that was not
 * provided has no place, except a sensitive one, which is left out until it is revealed.
 */
export function listAttributes(profile: Profile, { visible, pins, all, matches = () => true, limit }: AttributeChoice): AttributeList {
  const fields = new Map(allFields(profile).map((field) => [field.key, field]));
  const pinned = new Set(pins);
  const rows = new Map<string, AttributeRow>();
  for (const [key, field] of fields) {
    const value = profile.values.get(key);
    if (value === undefined && !field.sensitive) continue;
    const other = profile.previous?.values.get(key);
    const changed = other !== undefined && other !== value && !field.sensitive;
    rows.set(key, { field, value, pinned: pinned.has(key), ...(changed && { other }) });
  }
  const chosen = visibleKeys([...fields.values()], visible);
  const keys = new Set([...pins, ...chosen, ...(all ? rows.keys() : [])]);
  const wanted = [...keys].flatMap((key) => rows.get(key) ?? []).filter(matches);
  const groups = new Map<string | undefined, { name: string | undefined; pinned: boolean; rows: AttributeRow[] }>();
  // No group of a backend can have this name: texts are stripped of such characters.
  const PINS = '\0';
  for (const row of wanted.slice(0, limit)) {
    const place = row.pinned ? PINS : row.field.group;
    const group = groups.get(place);
    if (group) group.rows.push(row);
    else groups.set(place, { name: row.field.group, pinned: row.pinned, rows: [row] });
  }
  return { groups: [...groups.values()], shown: Math.min(wanted.length, limit), left: Math.max(wanted.length - limit, 0), total: rows.size };
}

/** A text as it is compared in a search: without case and accents, and no more of it than a person would look for. */
export function fold(text: string): string {
  return text.slice(0, 1_000).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
