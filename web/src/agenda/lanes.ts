/** Half-open, in minutes. */
export interface Span {
  start: number;
  end: number;
}

export interface Lane {
  lane: number;
  lanes: number;
}

/**
 * Puts spans that overlap side by side: each gets the leftmost free lane, and all spans that touch through one another
 * share the same number of lanes. The answer is in the order of the input.
 */
export function lanes(spans: readonly Span[]): Lane[] {
  const order = spans
    .map((_, index) => index)
    .sort((a, b) => spans[a]!.start - spans[b]!.start || spans[b]!.end - spans[a]!.end || a - b);
  const answer: Lane[] = spans.map(() => ({ lane: 0, lanes: 1 }));
  let cluster: number[] = [];
  let ends: number[] = [];
  const close = () => {
    for (const index of cluster) answer[index]!.lanes = ends.length;
    cluster = [];
    ends = [];
  };
  for (const index of order) {
    const span = spans[index]!;
    if (ends.every((end) => end <= span.start)) close();
    const free = ends.findIndex((end) => end <= span.start);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = Math.max(span.end, span.start + 1);
    answer[index]!.lane = lane;
    cluster.push(index);
  }
  close();
  return answer;
}
