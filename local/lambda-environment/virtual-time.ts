import { watchRequests, type RequestWatch } from './watch-requests';

/** Asks the organization's clock to go on to a time, in milliseconds since 1970; resolves with the new time. */
type Advance = (until: number) => Promise<number>;

interface Timer {
  readonly due: number;
  readonly run: () => void;
  /** Of `AbortSignal.timeout`: keeps nobody waiting, as long as something else goes on. */
  readonly patient: boolean;
}

/** What the event loop may have under way that is no request and no timer. */
const work = ['FSReqPromise', 'FSReqCallback', 'GetAddrInfoReqWrap', 'TCPConnectWrap'];
/** Real milliseconds without anything to wait for, after which an invocation is taken to wait for nothing. */
const stuckAfterMs = 1_000;
/** Later than every end of an invocation. */
const never = Number.MAX_SAFE_INTEGER;

const realSetImmediate = setImmediate;
const realSetTimeout = setTimeout;
const RealDate = Date;

/**
 * Replaces `Date` and the timers of this process by the organization's clock: a timer fires at once when the
 * process has nothing left to do but to wait for it, and takes the clock along. While a request is under way the
 * clock stands still, so the time limits of requests only fire for those of which no answer will come. Between
 * invocations everything stands still, as in Lambda.
 */
export class VirtualTime {
  private now = 0;
  private invoked = false;
  private checking = false;
  private checks = 0;
  private lastId = 0;
  private readonly timers = new Map<number, Timer>();
  private readonly requests: RequestWatch;

  constructor(private readonly advance: Advance) {
    this.requests = watchRequests(() => this.check());
    this.install();
  }

  /** Sets the clock at the beginning of an invocation, and lets time pass until its end. */
  begin(now: number): void {
    this.now = now;
    this.invoked = true;
    this.check();
  }

  end(): void {
    this.invoked = false;
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
        this.start(id, { due: this.now + Math.max(0, delay), run: () => run(...args), patient: false });
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
    AbortSignal.timeout = (delay) => {
      const controller = new AbortController();
      const run = () => controller.abort(new DOMException('The operation timed out', 'TimeoutError'));
      this.start(++this.lastId, { due: this.now + delay, run, patient: true });
      return controller.signal;
    };
  }

  private start(id: number, timer: Timer): void {
    this.timers.set(id, timer);
    this.check();
  }

  /** Fires the next timer once nothing else is going on: two turns of the event loop without a request. */
  private check(): void {
    this.checks += 1;
    if (this.checking) return;
    this.checking = true;
    realSetImmediate(() =>
      realSetImmediate(() => {
        this.checking = false;
        if (this.isBusy()) this.checkLater();
        else void this.fireNext();
      }),
    );
  }

  private isBusy(): boolean {
    return process.getActiveResourcesInfo().some((resource) => work.includes(resource));
  }

  private checkLater(): void {
    realSetTimeout(() => this.check(), 1);
  }

  private async fireNext(): Promise<void> {
    if (!this.invoked || this.requests.underWay > 0) return;
    const timers = [...this.timers].sort(([, a], [, b]) => a.due - b.due);
    const [next] = timers;
    const isAwaited = this.requests.unanswered > 0 || timers.some(([, { patient }]) => !patient);
    if (next === undefined || !isAwaited) {
      const { checks } = this;
      realSetTimeout(() => void this.endIfStuck(checks), stuckAfterMs);
      return;
    }
    const [id, timer] = next;
    if (timer.due > this.now) this.now = Math.max(this.now, await this.advance(timer.due));
    if (!this.timers.delete(id)) return;
    timer.run();
    this.check();
  }

  /** Where nothing has happened and nothing is under way, Lambda would wait until the function's time is over. */
  private async endIfStuck(checks: number): Promise<void> {
    if (!this.invoked || this.checks !== checks || this.requests.underWay > 0) return;
    if (this.isBusy()) this.checkLater();
    else await this.advance(never);
  }
}
