import { HttpResponse, http, type RequestHandler } from 'msw';
import type { MockCustomer } from '../customers/customer.js';
import { customerOf } from '../customers/index.js';
import { problem } from '../problem.js';
import { type Asked, isWithin, readQuery } from '../rest/query.js';
import type { Resource } from '../scenarios.js';
import { dimension } from './dimensions.js';
import { encode, FORMATS } from './formats.js';
import { customerProfileFields, customerProfiles, customerProfilesRealFieldNames, scheduledCampaigns, targetedAndExcluded } from './optimove.js';
import { attribution, bonuses, communications, engagements } from './smartico.js';
import type { Table } from './table.js';

/** Plays the scenario of the moment around an answer; see `createHandlers`. */
export type Play = (resource: Resource, key: string, request: Request, answer: () => Response) => Promise<Response>;

interface CustomerTable {
  /** The section whose scenario it shares. */
  readonly resource: Resource;
  /** Column by which its rows lie in time. */
  readonly day: string;
  /** Its rows, those of other days may be left out. */
  readonly of: (customer: MockCustomer, behaviour: ReadonlySet<string>, asked: Asked) => Table;
}

/** Puts a table together once for each customer. */
function kept(make: (customer: MockCustomer) => Table): (customer: MockCustomer) => Table {
  const made = new WeakMap<MockCustomer, Table>();
  return (customer) => {
    const table = made.get(customer) ?? make(customer);
    made.set(customer, table);
    return table;
  };
}

/** The tables that hold customers, by the last word of their address (contract section 5). */
const customerTables: Readonly<Record<string, CustomerTable>> = {
  profiles: {
    resource: 'profile',
    day: 'PROFILE_DATE',
    of: (customer, behaviour, asked) => {
      const days = customer.history.days.filter((day) => isWithin(day, asked));
      return (behaviour.has('raw') ? customerProfiles : customerProfilesRealFieldNames)(customer, days);
    },
  },
  targeted: { resource: 'campaigns', day: 'EXECUTION_DATE', of: kept(targetedAndExcluded) },
  communications: { resource: 'events', day: 'fact_date', of: kept(communications) },
  engagements: { resource: 'campaigns', day: 'create_date', of: kept(engagements) },
  bonuses: { resource: 'events', day: 'fact_date', of: kept(bonuses) },
  attribution: { resource: 'impact', day: 'event_date', of: kept(attribution) },
};

/**
 * How the backend behaves is written in its address, so that one page can have them all: `/snowflake/raw/customers/…`. A format of
 * `FORMATS`; `raw`: profiles with STR and FIELD names; `limit-100`: each query ends in `LIMIT 100`, without `ORDER BY`;
 * `slow`: the query still runs when first asked; `small-pages`: 25 rows a page.
 */
function behaviourOf(request: Request): ReadonlySet<string> {
  return new Set(new URL(request.url).pathname.split(/\/(?:customers|dimensions|profile-fields|scheduled-campaigns)(?:\/|$)/)[0]?.split('/'));
}

const LIMIT = 100;

function answerWith(table: Table, request: Request, query: string): Response {
  const behaviour = behaviourOf(request);
  const format = FORMATS.find((known) => behaviour.has(known)) ?? 'plain';
  // Any hundred rows: not the newest, since nobody asked for an order (T22).
  const cut = behaviour.has('limit-100') ? table.rows.slice(0, LIMIT) : table.rows;
  const parameters = new URL(request.url).searchParams;
  const { status, text } = encode(
    format,
    { ...table, rows: cut },
    { parameters, pageSize: behaviour.has('small-pages') ? 25 : 500, isSlow: behaviour.has('slow'), query },
  );
  return new HttpResponse(text, { status, headers: { 'content-type': 'application/json', 'cache-control': 'no-store', 'x-request-id': 'mock' } });
}

function queryOf(table: Table, more = ''): string {
  return `SELECT * FROM ${table.name}${more}`;
}

/** The documented tables, column for column, as an authenticated pass-through would hand them on. */
export function createWarehouseHandlers(play: Play): readonly RequestHandler[] {
  return [
    ...Object.entries(customerTables).map(([path, { resource, day, of }]) =>
      http.get<{ id: string }>(`*/customers/:id/${path}`, ({ params, request }) =>
        play(resource, params.id, request, () => {
          const asked = readQuery(request);
          if (asked === 'invalid') return problem(400, 'invalid-days');
          const customer = customerOf(params.id);
          if (!customer) return problem(404, 'not-found');
          const table = of(customer, behaviourOf(request), asked);
          const rows = table.rows.filter((row) => isWithin(String(row[day]).slice(0, 10), asked));
          const bounds = [asked.from && `${day} >= '${asked.from}'`, asked.to && `${day} <= '${asked.to}'`].filter(Boolean);
          return answerWith({ ...table, rows }, request, queryOf(table, [' WHERE customer = :id', ...bounds].join(' AND ')));
        }),
      ),
    ),
    http.get('*/profile-fields', ({ request }) =>
      play('profile', 'fields', request, () => answerWith(customerProfileFields(), request, queryOf(customerProfileFields()))),
    ),
    http.get('*/scheduled-campaigns', ({ request }) =>
      play('campaigns', 'scheduled', request, () => answerWith(scheduledCampaigns(), request, queryOf(scheduledCampaigns()))),
    ),
    http.get<{ name: string }>('*/dimensions/:name', ({ params, request }) =>
      play('events', params.name, request, () => {
        const table = dimension(params.name);
        return table ? answerWith(table, request, queryOf(table)) : problem(404, 'not-found');
      }),
    ),
  ];
}
