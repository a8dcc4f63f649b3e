/** Minutes of the median first reply in what `report.indicators` answers; null where nobody was answered. */
export function medianReply(indicators: Record<string, unknown> | null): number | null {
  const reply = indicators?.["firstResponse"] as { n?: number; median?: number } | undefined;
  return reply?.n && typeof reply.median === "number" ? reply.median : null;
}
