/** What lies in the bucket under a key. */
export interface StoredObject {
  readonly key: string;
  /** In bytes. */
  readonly size: number;
}

/** What an account handed in under one day. */
export interface Volume {
  /** Empty where the key names no account. */
  readonly account_id: string;
  /** `yyyy/MM/dd`. */
  readonly day: string;
  readonly bytes: number;
  readonly objects: number;
}

/** `credential-reports/2026/11/22/100000000007-Sandbox.csv`, and the same for a run record. */
const place = /^[^/]+\/(?<day>\d{4}\/\d{2}\/\d{2})\/(?<account>\d{12})?/;

/** Adds up what each account handed in on each day. */
export function volumesOf(objects: readonly StoredObject[]): Volume[] {
  const volumes = new Map<string, Volume>();
  for (const { key, size } of objects) {
    const { day = '', account: account_id = '' } = place.exec(key)?.groups ?? {};
    const known = volumes.get(`${day} ${account_id}`) ?? { account_id, day, bytes: 0, objects: 0 };
    volumes.set(`${day} ${account_id}`, {
      ...known,
      bytes: known.bytes + size,
      objects: known.objects + 1,
    });
  }
  return [...volumes.values()];
}

/** The account and day with most of something; undefined of none. */
export function largest(volumes: readonly Volume[], of: 'bytes' | 'objects'): Volume | undefined {
  return volumes.reduce<Volume | undefined>(
    (most, one) => (most === undefined || one[of] > most[of] ? one : most),
    undefined,
  );
}
