/** SQL to copy. */
export function Query({ title, sql }: { readonly title: string; readonly sql: string }) {
  return (
    <pre tabindex={0} role="region" aria-label={`Query of: ${title}`}>
      <code>{sql}</code>
    </pre>
  );
}
