/** The trail cannot answer for the account; the message is a lowercase sentence. */
export class TrailError extends Error {
  override readonly name = 'TrailError';
}
