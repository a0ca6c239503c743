/* The documented views and columns of Optimove (O2 to O18), each named once. */

export const RAW_TABLE = 'CUSTOMER_PROFILES';
export const TRANSLATED_VIEW = 'VW_CUSTOMER_PROFILES_REAL_FIELD_NAMES';
export const FIELD_VIEW = 'VW_CUSTOMER_PROFILE_FIELDS_V1_2';
export const TARGETED_VIEW = 'VW_TARGETED_AND_EXCLUDED_CUSTOMERS_V1_2';
export const SCHEDULED_VIEW = 'VW_SCHEDULED_CAMPAIGNS_V1_2';

export const CUSTOMER_ID = 'CLIENT_CUSTOMER_ID';
export const PROFILE_DATE = 'PROFILE_DATE';

/** The chart's five (O13), cumulative; each has a `_1M` sister (O12). */
export const CUMULATIVE_KPIS = [
  'ECOM_TOTAL_GROSS_SALES_AMOUNT',
  'ECOM_TOTAL_NET_SALES_AMOUNT',
  'ECOM_TOTAL_REFUND_AMOUNT',
  'ECOM_NUMBER_OF_ORDER_DAYS',
  'ECOM_NUMBER_OF_ORDERS',
] as const;

const lastMonth = '_1M';

/** In the documented order; `NUMBEROFCAMPAIGNS` exists for the last month only (T10). */
export const KPIS: readonly { readonly column: string; readonly window: 'cumulative' | '1M' }[] = [
  ...CUMULATIVE_KPIS.map((column) => ({ column, window: 'cumulative' as const })),
  ...['NUMBEROFCAMPAIGNS', ...CUMULATIVE_KPIS].map((name) => ({ column: name + lastMonth, window: '1M' as const })),
];

/** `STR12` holds categories, `FIELD153` numbers (O4). */
export const RAW_NAME = /^(STR|FIELD)\d+$/i;

/** `ECOM_TOTAL_NET_SALES_AMOUNT` as a person reads it: `Total net sales amount`. Only names in capitals are unfolded. */
export function toLabel(column: string): string {
  if (!/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/.test(column)) return column;
  const words = column
    .replace(/^ECOM_/, '')
    .replace('NUMBEROF', 'NUMBER_OF_')
    .replaceAll('_', ' ')
    .toLowerCase()
    .replace(/1m$/, '1M');
  return words[0]!.toUpperCase() + words.slice(1);
}
