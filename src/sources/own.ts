/** What a table says under this name itself; nothing that a prototype says (TH6). */
export function own<Value>(table: { readonly [name: string]: Value } | undefined, name: string): Value | undefined {
  return table && Object.hasOwn(table, name) ? table[name] : undefined;
}
