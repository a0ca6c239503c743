import type { Field, FieldType, FieldValue, Profile } from '../../model/customer.js';
import { type PlainDay, toPlainDay } from '../../model/day.js';
import { toDecimal } from '../../model/money.js';
import type { Cell } from '../../rest/row-set/cell.js';
import { given } from '../given.js';
import { CUSTOMER_ID, KPIS, PROFILE_DATE, toLabel } from './columns.js';
import type { Snapshot, SnapshotColumn, Snapshots } from './snapshots.js';

/** How many attributes stand there before anybody chose (B5): the first columns, and the documented KPIs wherever they are. */
const defaultCount = 12;

/**
 * The newest snapshot not after `asOf` with its attributes (O1, O2, O10); `undefined` when there is none.
 * Consents are not in these views, so nothing is said of them.
 */
export function toProfile(snapshots: Snapshots, id: string, asOf?: PlainDay): Profile | undefined {
  const { days } = snapshots;
  const index = asOf === undefined ? days.length - 1 : days.findLastIndex(({ day }) => day <= asOf);
  const shown = days[index];
  if (!shown) return undefined;
  const columns = snapshots.columns.filter(({ name }) => ![CUSTOMER_ID, PROFILE_DATE].includes(name.toUpperCase()));
  const groups = groupsOf(columns);
  const fields = columns.map((column, position) => toField(column, position, snapshots, groups));
  const newest = days.at(-1);
  const previous =
    asOf === undefined ? days.slice(0, index).findLast((day) => columns.some(({ name }) => day.row.cell(name) !== shown.row.cell(name))) : newest;
  return given({
    customer: given({
      id,
      flags: [],
      identifiers: [{ type: 'id', value: shown.row.text(CUSTOMER_ID) ?? id }],
      status: shown.row.text('LIFECYCLE_STAGE') ?? shown.row.text('LIFECYCLESTAGE'),
    }),
    asOf: shown.day,
    fields,
    values: valuesOf(shown, fields, columns),
    segments: [],
    previous: previous && previous !== shown ? { asOf: previous.day, values: valuesOf(previous, fields, columns) } : undefined,
  });
}

function valuesOf({ row }: Snapshot, fields: readonly Field[], columns: readonly SnapshotColumn[]): ReadonlyMap<string, FieldValue> {
  const values = new Map<string, FieldValue>();
  columns.forEach(({ name }, index) => {
    const cell = row.cell(name);
    const field = fields[index];
    if (cell !== undefined && field) values.set(field.key, toValue(cell, field.type));
  });
  return values;
}

function toValue(cell: Cell, type: FieldType): FieldValue {
  if (cell === '') return null;
  if (numeric.has(type) && typeof cell === 'string') return toDecimal(cell) ?? cell;
  return cell;
}

const numeric: ReadonlySet<FieldType> = new Set(['money', 'number', 'integer']);

function toField(column: SnapshotColumn, position: number, { days, table }: Snapshots, groups: ReadonlySet<string>): Field {
  const prefix = prefixOf(column.name);
  return given({
    // A translated view is keyed by its names, a raw one by its own: saved settings and masks (`key:STR12`) hold either way.
    key: column.raw,
    // A documented KPI keeps the name it is known by to whoever words it in the reader's language.
    label: column.isFamiliar ? (isKpi(column) ? column.name : toLabel(column.name)) : undefined,
    group: groups.has(prefix) ? prefix : undefined,
    type: typeOf(column, days),
    default: position < defaultCount || isKpi(column),
    custom: false,
    sensitive: false,
    source: { table, column: column.raw },
  });
}

function isKpi({ name }: SnapshotColumn): boolean {
  return KPIS.some(({ column }) => column === name.toUpperCase());
}

/** Hundreds of attributes need groups (O1), and only their names can give them: a prefix that three or more share. */
function groupsOf(columns: readonly SnapshotColumn[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { name } of columns) counts.set(prefixOf(name), (counts.get(prefixOf(name)) ?? 0) + 1);
  return new Set([...counts].filter(([prefix, count]) => prefix && count > 2).map(([prefix]) => prefix));
}

function prefixOf(name: string): string {
  return /^[A-Za-z]+(?=_)/.exec(name)?.[0] ?? '';
}

/** Names that tell what a column holds when its values cannot: a text may be an address, a number money. */
const typeByName: readonly (readonly [RegExp, FieldType])[] = [
  [/(^|_)E?MAIL(_ADDRESS)?$/i, 'email'],
  [/(^|_)(PHONE|MOBILE)(_NUMBER)?$/i, 'phone'],
  [/_AMOUNT(_\w+)?$/i, 'money'],
  [/(^|_)NUMBER_?OF/i, 'integer'],
  [/^FIELD\d+$/i, 'number'],
  [/^STR\d+$/i, 'category'],
];

/** By its familiar name, its raw name (O4), the warehouse's type, and last by all its values: mixed values make it text. */
function typeOf({ name, raw, kind }: SnapshotColumn, days: readonly Snapshot[]): FieldType {
  const cells = days.map(({ row }) => row.cell(name)).filter((cell) => cell !== undefined && cell !== null && cell !== '');
  const all = (test: (cell: unknown) => boolean): boolean => cells.every(test);
  const named = (typeByName.find(([pattern]) => pattern.test(name)) ?? typeByName.find(([pattern]) => pattern.test(raw)))?.[1];
  if (named && (!numeric.has(named) || all((cell) => toDecimal(cell) !== undefined))) return named;
  if (cells.length === 0) return 'text';
  if (kind === 'boolean' || all((cell) => typeof cell === 'boolean')) return 'boolean';
  if (kind === 'day' || all((cell) => toPlainDay(cell) !== undefined)) return 'date';
  if (kind === 'instant' || all((cell) => typeof cell === 'string' && /^\d{4}-\d{2}-\d{2}[T ]\d{2}:/.test(cell))) return 'instant';
  // Digits in a text column may be an id with leading zeros (T26): only what came as a number is one.
  if (kind === 'number' || all((cell) => typeof cell === 'number')) return all((cell) => /^-?\d+$/.test(String(cell))) ? 'integer' : 'number';
  return 'text';
}
