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
  /** `undefined` for attributes that name no group. */
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
}

/** Every attribute that came: described ones, then values nobody described, by their raw key (O5: flagged, not dropped). */
export function allFields({ fields, values }: Profile): readonly Field[] {
  const known = new Set(fields.map(({ key }) => key));
  const undescribed = [...values].filter(([key]) => !known.has(key)).map(([key, value]) => undescribedField(key, value));
  return [...fields, ...undescribed];
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
export function toAttributeGroups(profile: Profile, { visible, pins }: AttributeChoice): readonly AttributeGroup[] {
  const fields = new Map(allFields(profile).map((field) => [field.key, field]));
  const pinned = new Set(pins);
  const toRow = (key: string): AttributeRow[] => {
    const field = fields.get(key);
    const value = profile.values.get(key);
    if (!field || (value === undefined && !field.sensitive)) return [];
    const other = profile.previous?.values.get(key);
    const changed = other !== undefined && other !== value && !field.sensitive;
    return [{ field, value, pinned: pinned.has(key), ...(changed && { other }) }];
  };
  const groups = new Map<string | undefined, AttributeRow[]>();
  for (const key of visibleKeys([...fields.values()], visible)) {
    if (pinned.has(key)) continue;
    for (const row of toRow(key)) {
      const group = groups.get(row.field.group);
      if (group) group.push(row);
      else groups.set(row.field.group, [row]);
    }
  }
  const pinnedRows = pins.flatMap(toRow);
  return [
    ...(pinnedRows.length ? [{ name: undefined, pinned: true, rows: pinnedRows }] : []),
    ...[...groups].map(([name, rows]) => ({ name, pinned: false, rows })),
  ];
}
