import type { Connection } from '../model/connection.js';
import type { ReadOptions } from '../model/customer-source.js';
import { jsonText } from '../model/json-text.js';
import { SharedReads } from '../model/shared-reads.js';
import { SourceError } from '../model/source-error.js';
import type { DayRange } from '../model/time-frame.js';
import { assertCustomerId, endpointUrl, type Parameters, resolveBase } from '../rest/endpoints.js';
import { Http } from '../rest/http.js';
import { isSameId } from '../rest/identity.js';
import { type RowSet, readRows } from '../rest/row-set/read-rows.js';
import type { Aliases } from '../rest/row-set/row.js';
import { browserSurroundings, type Surroundings } from '../rest/surroundings.js';
import { own } from './own.js';
import { readPastLimit } from './past-limit.js';
import { transformed } from './transformed.js';

/** One table of a row contract: where its rows come from, whose they are, and by which column they lie in time. */
export interface TableEndpoint {
  readonly template: string;
  /** Column that names the customer; missing where the table has none (T31). */
  readonly identity?: string;
  /** Column of the day or moment: rows are then asked for by days, past a limit of the backend (T22). */
  readonly day?: string;
  /** Columns without which no row can be placed: their lack is drift, to be told and not to be shown as nothing (PS17). */
  readonly required?: readonly string[];
}

/** Asks one pass-through backend for rows; adapters know tables, this knows requests. */
export class RowBackend<TableName extends string> {
  readonly #connection: Connection;
  readonly #tables: Readonly<Record<TableName, TableEndpoint>>;
  readonly #surroundings: Surroundings;
  readonly #http: Http;
  readonly #aliases: Aliases;
  readonly #reads = new SharedReads();
  /** Tables without customers, kept as long as the page; nothing of a customer is (TH13). */
  readonly #kept = new Map<string, RowSet>();

  constructor(connection: Connection, tables: Readonly<Record<TableName, TableEndpoint>>, surroundings: Surroundings = browserSurroundings) {
    this.#connection = connection;
    this.#tables = tables;
    this.#surroundings = surroundings;
    this.#http = new Http({ ...connection, surroundings });
    this.#aliases = new Map(Object.entries(connection.aliases ?? {}).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
  }

  /** Milliseconds since 1970, by the clock of requests. */
  now(): number {
    return this.#surroundings.now();
  }

  /**
   * All rows of a table about one customer within the days, however the backend cuts them. Whoever asks the same meanwhile shares the answer.
   *
   * @throws {SourceError} `malformed`, reason `identity-mismatch`, when a row belongs to another customer.
   */
  async rows(name: TableName, id: string, { from, to }: DayRange, options: ReadOptions, isCustomer = false): Promise<RowSet> {
    assertCustomerId(id);
    const table = this.#tables[name];
    const read = async (range: DayRange): Promise<RowSet> => {
      const rowSet = await this.#read(name, { id, from: range.from, to: range.to }, options, isCustomer);
      refuseOthers(rowSet, table.identity, id);
      return rowSet;
    };
    const { day } = table;
    return day === undefined ? read({ from, to }) : readPastLimit(read, (row) => row.day(day), { from, to });
  }

  /** A table without customers, asked for once per page; a failed question is asked again by the next reader. */
  async once(name: TableName, parameters: Parameters, options: ReadOptions): Promise<RowSet> {
    const key = jsonText([name, parameters]);
    const held = this.#kept.get(key) ?? (await this.#read(name, parameters, options, false));
    this.#kept.set(key, held);
    return held;
  }

  #read(name: TableName, parameters: Parameters, options: ReadOptions, isCustomer: boolean): Promise<RowSet> {
    return this.#reads.join(jsonText([name, parameters, isCustomer]), (shared) => this.#ask(name, parameters, shared, isCustomer), options);
  }

  async #ask(name: TableName, parameters: Parameters, options: ReadOptions, isCustomer: boolean): Promise<RowSet> {
    const base = resolveBase(this.#connection.baseUrl);
    const template = own(this.#connection.endpoints, name) ?? this.#tables[name].template;
    const transform = own(this.#connection.transform, name);
    const ask = async (page: Parameters): Promise<unknown> => {
      const { body, requestId } = await this.#http.get(endpointUrl(base, template, { ...parameters, ...page }), { ...options, isCustomer });
      return transformed(transform, body, requestId);
    };
    const wait = (milliseconds: number): Promise<void> => {
      // A query that runs that long is worth a word (N5).
      if (milliseconds >= 1000) options.onSlow?.();
      return this.#surroundings.sleep(milliseconds, options.signal);
    };
    const rowSet = await readRows(ask, { aliases: this.#aliases, wait });
    const present = new Set(rowSet.columns.map((column) => column.name.toLowerCase()));
    const paths = (this.#tables[name].required ?? []).filter((column) => !present.has(column.toLowerCase()));
    if (rowSet.rows.length > 0 && paths.length > 0) throw new SourceError('malformed', { reason: 'shape', paths });
    return rowSet;
  }
}

/** A row that does not say whose it is was filtered by the backend, which may say so beside the rows (`meta.customerId`). */
function refuseOthers({ rows, customerId, mergedInto }: RowSet, column: string | undefined, id: string): void {
  const isOther = (named: string): boolean => !isSameId(named, id) && named !== mergedInto;
  if (isOther(customerId ?? id) || (column !== undefined && rows.some((row) => isOther(row.text(column) ?? id)))) {
    throw new SourceError('malformed', { reason: 'identity-mismatch' });
  }
}
