/** Waits no longer than until the signal. */
export async function sleepUnless(stop: AbortSignal | undefined, sleeping: Promise<unknown>): Promise<void> {
  if (stop === undefined) return void (await sleeping);
  if (stop.aborted) return;
  let wake = () => undefined as void;
  const stopped = new Promise<void>((resolve) => (wake = resolve));
  stop.addEventListener('abort', wake);
  try {
    await Promise.race([sleeping, stopped]);
  } finally {
    // One signal may see a thousand of them.
    stop.removeEventListener('abort', wake);
  }
}
