/** Steps of one story, each of which needs those before it: after one that failed the others fail at once. */
export function story(): (name: string, run: () => Promise<void>) => void {
  let failed: string | undefined;
  return (name, run) => {
    test(name, async () => {
      if (failed !== undefined) throw new Error(`not tried after: ${failed}`);
      failed = name;
      await run();
      failed = undefined;
    });
  };
}
