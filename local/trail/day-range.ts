const dayMs = 86_400_000;

/** Every day from one to another, both included, and so many more. */
export function dayRange(from: string, to: string, more: number): string[] {
  const days: string[] = [];
  const last = Date.parse(to) + more * dayMs;
  for (let at = Date.parse(from); at <= last; at += dayMs) days.push(new Date(at).toISOString().slice(0, 10));
  return days;
}
