/** A point of a line: a finite number, or `NaN` where the line breaks. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Points of one line that are drawn: more could not be told apart on any screen, and each costs time (V23). */
export const MOST_POINTS = 1_000;

/** What the picture of these days needs of a line: the points in it, the one before that leads in, and the one after that leads out. */
export function within(points: readonly Point[], from: number, to: number): readonly Point[] {
  let start = 0;
  while (start + 1 < points.length && points[start + 1]!.x <= from) start++;
  let end = points.length;
  while (end > start && points[end - 1]!.x > to) end--;
  return start === 0 && end >= points.length - 1 ? points : points.slice(start, end + 1);
}

/**
 * A line with so few points that it can be drawn at once, and that tells the same: the days are parted evenly, and each part keeps its
 * first and last point, its lowest and highest, its greatest jump and its longest gap, all on their own days. So nothing is averaged,
 * no extreme is lost, no jump moves and no gap is bridged.
 */
export function thin(points: readonly Point[], most = MOST_POINTS): readonly Point[] {
  let kept = points;
  for (let parts = most / 2; kept.length > most && parts >= 1; parts *= 0.8) kept = keepOfEach(points, Math.floor(parts));
  return kept;
}

function keepOfEach(points: readonly Point[], parts: number): readonly Point[] {
  const first = points[0]!.x;
  const length = (points[points.length - 1]!.x - first) / parts || 1;
  const kept: Point[] = [];
  for (let start = 0; start < points.length; ) {
    const part = Math.floor((points[start]!.x - first) / length);
    let end = start + 1;
    while (end < points.length && Math.floor((points[end]!.x - first) / length) === part) end++;
    for (const index of indicesToKeep(points, start, end)) kept.push(points[index]!);
    start = end;
  }
  return kept;
}

/** In the order of the line, each once. */
function indicesToKeep(points: readonly Point[], start: number, end: number): readonly number[] {
  let [low, high, jump, highest, gap, longest] = [start, start, start, -1, start, -1];
  for (let index = start; index < end; index++) {
    const { x, y } = points[index]!;
    if (Number.isNaN(y)) {
      const length = (points[index + 1]?.x ?? x) - x;
      if (length > longest) [gap, longest] = [index, length];
      continue;
    }
    // Whatever is compared with a gap is false.
    if (!(y >= points[low]!.y)) low = index;
    if (!(y <= points[high]!.y)) high = index;
    const height = index > start ? Math.abs(y - points[index - 1]!.y) : 0;
    if (height > highest) [jump, highest] = [index, height];
  }
  const around = longest < 0 ? [] : [gap - 1, gap, gap + 1];
  const wanted = [start, low, high, jump - 1, jump, ...around, end - 1].filter((index) => index >= start && index < end);
  return [...new Set(wanted)].sort((left, right) => left - right);
}
