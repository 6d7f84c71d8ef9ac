import { subscribe } from 'node:diagnostics_channel';

/** Asks the organization's clock to go on to a time, in milliseconds since 1970; resolves with the new time. */
type Advance = (until: number) => Promise<number>;

interface Timer {
  readonly due: number;
  readonly run: () => void;
}

const realSetImmediate = setImmediate;
const RealDate = Date;

/**
 * Replaces `Date` and the timers of this process by the organization's clock: a timer fires at once when the
 * process has nothing left to do but to wait for it, and takes the clock along. While a request is under way the
 * clock stands still, so the time limits of requests never fire.
 */
export class VirtualTime {
  private now = 0;
  private readonly requests = new Set<unknown>();
  private checking = false;
  private lastId = 0;
  private readonly timers = new Map<number, Timer>();

  constructor(private readonly advance: Advance) {
    const requestOf = (message: unknown) => (message as { request: unknown }).request;
    // Of node:http, and of fetch.
    for (const start of ['http.client.request.start', 'undici:request:create']) {
      subscribe(start, (message) => void this.requests.add(requestOf(message)));
    }
    const ends = ['http.client.response.finish', 'http.client.request.error'];
    for (const end of [...ends, 'undici:request:trailers', 'undici:request:error']) {
      subscribe(end, (message) => {
        this.requests.delete(requestOf(message));
        this.check();
      });
    }
    this.install();
  }

  /** Sets the clock at the beginning of an invocation. */
  set(now: number): void {
    this.now = now;
  }

  private install(): void {
    const time = () => this.now;
    globalThis.Date = class extends RealDate {
      constructor(...values: ConstructorParameters<typeof Date> | []) {
        if (values.length === 0) super(time());
        else super(...values);
      }
      static override now() {
        return time();
      }
    } as DateConstructor;
    const set = (run: (...args: unknown[]) => void, delay = 0, ...args: unknown[]) => {
      const id = ++this.lastId;
      const start = () => {
        this.timers.set(id, { due: this.now + Math.max(0, delay), run: () => run(...args) });
        this.check();
        return timer;
      };
      const timer: object = {
        ref: () => timer,
        unref: () => timer,
        refresh: start,
        [Symbol.toPrimitive]: () => id,
      };
      return start();
    };
    const clear = (timer: unknown) => void this.timers.delete(Number(timer));
    Object.assign(globalThis, { setTimeout: set, clearTimeout: clear });
  }

  /** Fires the next timer once nothing else is going on: two turns of the event loop without a request. */
  private check(): void {
    if (this.checking) return;
    this.checking = true;
    realSetImmediate(() =>
      realSetImmediate(() => {
        this.checking = false;
        void this.fireNext();
      }),
    );
  }

  private async fireNext(): Promise<void> {
    if (this.requests.size > 0) return;
    const next = [...this.timers].sort(([, a], [, b]) => a.due - b.due)[0];
    if (next === undefined) return;
    const [id, timer] = next;
    if (timer.due > this.now) this.now = Math.max(this.now, await this.advance(timer.due));
    if (!this.timers.delete(id)) return;
    timer.run();
    if (this.timers.size > 0) this.check();
  }
}
