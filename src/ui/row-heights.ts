/** How many heights are summed up in advance. */
const BLOCK = 128;

/**
 * Heights of the rows of a long list, most of them estimated: finds where a row lies and which row lies where without a look at
 * every row, in four bytes a row.
 */
export class RowHeights {
  readonly count: number;
  readonly #heights: Float32Array;
  readonly #blocks: Float64Array;
  #total = 0;

  constructor(count: number, heightOf: (index: number) => number) {
    this.count = count;
    this.#heights = new Float32Array(count);
    this.#blocks = new Float64Array(Math.ceil(count / BLOCK));
    for (let index = 0; index < count; index++) this.set(index, heightOf(index));
  }

  get total(): number {
    return this.#total;
  }

  height(index: number): number {
    return this.#heights[index] ?? 0;
  }

  /** Takes a measured height; gives by how much the row grew. */
  set(index: number, height: number): number {
    const difference = Math.fround(height) - this.height(index);
    this.#heights[index] = height;
    this.#blocks[Math.floor(index / BLOCK)]! += difference;
    this.#total += difference;
    return difference;
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
}
