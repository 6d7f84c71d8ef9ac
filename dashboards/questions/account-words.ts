/** An account as readers know it, its name and its id; a name that could not be read is empty. */
export function accountWords(name: string): string {
  return `CASE WHEN ${name} = '' THEN account_id ELSE ${name} || ' (' || account_id || ')' END`;
}
