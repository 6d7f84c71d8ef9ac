/**
 * A page of `docs/` with what the sources make below a heading of it; what stands above is written by hand.
 * @throws Error for a page that does not have the heading once
 */
export function pageBelow(page: string, name: string, heading: string, made: string): string {
  const mark = `## ${heading}\n`;
  const [head, ...rest] = page.split(mark);
  if (rest.length !== 1)
    throw new Error(`${name} has ${rest.length} headings "${mark.trim()}", needed is one`);
  return `${head}${mark}\n${made}\n`;
}
