/** What went wrong, as a sentence, whatever was thrown. An error of a native module need not be an `Error` of this realm. */
export function messageOf(error: unknown): string {
  const { message, name } = Object(error) as { readonly message?: unknown; readonly name?: unknown };
  const text = [message, name].find((one) => typeof one === 'string' && one.trim() !== '');
  return String(text ?? error).trim();
}
