/** How many heights are summed up in advance. */
const BLOCK = 128;
/** Below this two heights are the same. */
const SAME = 0.1;

/** Which kinds of rows a list has. */
export interface RowKinds {
  readonly count: number;
  readonly kindOf: (index: number) => number;
  /** Tells the kind of each row in order: of a million that is sooner told one after another than asked for one by one. */
  readonly tell: (take: (kind: number) => void) => void;
}

/**
 * Heights of the rows of a long list, most of them estimated by their kind: finds where a row lies and which row lies where without a
 * look at every row. Nothing is kept of a row unless it turned out different from its kind.
 */
export class RowHeights {
  readonly count: number;
  /** Which kind a row is. */
  readonly kind: (index: number) => number;
  readonly #guesses: Float64Array;
  /** How many rows of each kind are in each block. */
  readonly #counts: Uint8Array;
  readonly #measured = new Map<number, number>();
  readonly #blocks: Float64Array;
  #total = 0;

  /** `guesses` says how high rows of each kind are taken to be. */
  constructor({ count, kindOf, tell }: RowKinds, guesses: readonly number[]) {
    this.count = count;
    this.kind = kindOf;
    this.#guesses = Float64Array.from(guesses);
    this.#blocks = new Float64Array(Math.ceil(count / BLOCK));
    const counts = new Uint8Array(this.#blocks.length * guesses.length);
    let index = 0;
    tell((kind) => counts[Math.floor(index++ / BLOCK) * guesses.length + kind]!++);
    this.#counts = counts;
    this.#sum();
  }

  get total(): number {
    return this.#total;
  }

  height(index: number): number {
    return this.#measured.get(index) ?? this.#guesses[this.kind(index)] ?? 0;
  }

  /** Takes a measured height; gives by how much the row grew. */
  set(index: number, height: number): number {
    const difference = height - this.height(index);
    if (Math.abs(difference) < SAME) return 0;
    this.#measured.set(index, height);
    this.#blocks[Math.floor(index / BLOCK)]! += difference;
    this.#total += difference;
    return difference;
  }

  /** From now on rows of this kind that were not measured are taken to be so high. */
  guess(kind: number, height: number): void {
    const difference = height - (this.#guesses[kind] ?? height);
    if (difference === 0) return;
    this.#guesses[kind] = height;
    const kinds = this.#guesses.length;
    for (let block = 0; block < this.#blocks.length; block++) this.#blocks[block]! += this.#counts[block * kinds + kind]! * difference;
    for (const index of this.#measured.keys()) if (this.kind(index) === kind) this.#blocks[Math.floor(index / BLOCK)]! -= difference;
    this.#total = this.#blocks.reduce((total, sum) => total + sum, 0);
  }

  /** Forgets what was measured. */
  forget(): void {
    if (this.#measured.size === 0) return;
    this.#measured.clear();
    this.#sum();
  }

  /** How far the row lies below the start. */
  top(index: number): number {
    const block = Math.floor(index / BLOCK);
    let top = 0;
    for (let each = 0; each < block; each++) top += this.#blocks[each]!;
    for (let each = block * BLOCK; each < index; each++) top += this.height(each);
    return top;
  }

  /** The row at a place; the nearest one outside of the list. */
  indexAt(offset: number): number {
    let [index, rest] = [0, offset];
    for (let block = 0; block < this.#blocks.length - 1 && rest >= this.#blocks[block]!; block++) {
      rest -= this.#blocks[block]!;
      index += BLOCK;
    }
    while (index < this.count - 1 && rest >= this.height(index)) rest -= this.height(index++);
    return index;
  }

  #sum(): void {
    const kinds = this.#guesses.length;
    let total = 0;
    for (let block = 0; block < this.#blocks.length; block++) {
      let sum = 0;
      for (let kind = 0; kind < kinds; kind++) sum += this.#counts[block * kinds + kind]! * this.#guesses[kind]!;
      this.#blocks[block] = sum;
      total += sum;
    }
    this.#total = total;
  }
}
