/** A severity as a coloured word. */
export function Severity({ of }: { readonly of: string }) {
  return <span class={`severity ${/^[a-z]+$/.test(of) ? of : ''}`}>{of}</span>;
}
