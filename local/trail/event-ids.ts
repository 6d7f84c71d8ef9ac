const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Words of 32 bits in an id. */
const words = 4;

/**
 * Ids of events that were read. CloudTrail's are UUIDs, which are kept as their 16 bytes in a table of hashes: a million
 * take 32 MB, as text they would take most of what reading may.
 */
export class EventIds {
  private readonly others = new Set<string>();
  private count = 0;
  private slots = 1 << 16;
  private table = new Uint32Array(this.slots * words);

  /** @returns whether the id is new */
  add(id: string): boolean {
    if (!uuid.test(id)) return this.others.size < this.others.add(id).size;
    const a = Number.parseInt(id.slice(0, 8), 16);
    const b = Number.parseInt(id.slice(9, 13) + id.slice(14, 18), 16);
    const c = Number.parseInt(id.slice(19, 23) + id.slice(24, 28), 16);
    const d = Number.parseInt(id.slice(28), 16);
    if (!this.put(a, b, c, d)) return false;
    if (++this.count * 2 > this.slots) this.grow();
    return true;
  }

  private put(a: number, b: number, c: number, d: number): boolean {
    const { table, slots } = this;
    // By the golden ratio, so that ids that are counted up lie apart too.
    const mixed = Math.imul(Math.imul(a ^ b, 0x9e3779b1) ^ c ^ d, 0x9e3779b1) >>> 0;
    for (let slot = mixed % slots; ; slot = (slot + 1) % slots) {
      const at = slot * words;
      // An id of zeros alone would be an empty slot; no UUID is made so.
      if (table[at] === 0 && table[at + 1] === 0 && table[at + 2] === 0 && table[at + 3] === 0) {
        table[at] = a;
        table[at + 1] = b;
        table[at + 2] = c;
        table[at + 3] = d;
        return true;
      }
      if (table[at] === a && table[at + 1] === b && table[at + 2] === c && table[at + 3] === d) return false;
    }
  }

  private grow(): void {
    const before = this.table;
    this.slots *= 2;
    this.table = new Uint32Array(this.slots * words);
    for (let at = 0; at < before.length; at += words) {
      const [a = 0, b = 0, c = 0, d = 0] = before.subarray(at, at + words);
      if (a !== 0 || b !== 0 || c !== 0 || d !== 0) this.put(a, b, c, d);
    }
  }
}
