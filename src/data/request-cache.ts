import type { CustomerSource, Reader, ReadOptions } from '../model/customer-source.js';
import { jsonText } from '../model/json-text.js';
import type { Answer } from '../model/resource.js';
import { SharedReads } from '../model/shared-reads.js';

/** Questions under way, by source. */
const underWay = new WeakMap<CustomerSource, SharedReads>();

/** One spelling for one question, whatever the order of its members. */
export function questionKey(query: object): string {
  return jsonText(
    Object.entries(query)
      .filter(([, value]) => value !== undefined)
      .sort(([left], [right]) => (left < right ? -1 : 1)),
  );
}

/** Asks the source, or joins whoever asks the very same at this moment. */
export function readShared<Query extends object, Value>(
  source: CustomerSource,
  name: keyof CustomerSource,
  reader: Reader<Query, Value>,
  query: Query,
  options: ReadOptions,
): Promise<Answer<Value>> {
  let reads = underWay.get(source);
  if (!reads) {
    reads = new SharedReads();
    underWay.set(source, reads);
  }
  return reads.join(name + questionKey(query), (shared) => reader.call(source, query, shared), options);
}
