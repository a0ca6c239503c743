/*
 * The warehouses key their rows by int64 and uuid, the mocks by words: each word has one number and one uuid, the same on every
 * machine. Most numbers lie beyond 2^53, where a float would merge two of them (T26).
 */

const known = new Map<string, string>();

/** FNV-1a over 64 bits; the sign bit is left out. */
export function int64(word: string): string {
  let digits = known.get(word);
  if (digits === undefined) {
    let hash = 0xcbf29ce484222325n;
    for (const character of word) hash = BigInt.asUintN(64, (hash ^ BigInt(character.codePointAt(0) ?? 0)) * 0x100000001b3n);
    digits = String(BigInt.asUintN(63, hash) | (1n << 60n));
    known.set(word, digits);
  }
  return digits;
}

/** A number as people give them to campaigns and templates: six digits. */
export function smallId(word: string): string {
  return String(100_000 + Number(BigInt(int64(word)) % 900_000n));
}

export function uuid(word: string): string {
  const hex = (BigInt(int64(word)).toString(16) + BigInt(int64(`${word}~`)).toString(16)).padEnd(32, '0');
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
}
