/** An account as a reader knows it; its name may be unknown. */
export function accountWords(id: string, name: string): string {
  return name === '' ? id : `${name} (${id})`;
}
