import { createStore } from 'zustand/vanilla';

/** Where the agent's phone is among the windows of this browser. */
export type Seat = 'waiting' | 'here' | 'elsewhere';

/** What of Web Locks is used. */
export interface Locks {
  request(name: string, options: { steal?: boolean; ifAvailable?: boolean; signal?: AbortSignal }, held: (lock: object | null) => Promise<void>): Promise<void>;
}

/** One phone per agent and browser: the window that holds the lock is it, the others wait for it or take it over by a hand. */
export class PhoneSeat {
  readonly store = createStore<{ seat: Seat }>(() => ({ seat: 'waiting' }));
  private release: (() => void) | null = null;
  private waiting: AbortController | null = null;
  private readonly locks: Locks;
  private readonly name: string;

  constructor(locks: Locks, name: string) {
    this.locks = locks;
    this.name = name;
  }

  /** Takes the seat when it is free, now or later. */
  sit(): void {
    void this.locks.request(this.name, { ifAvailable: true }, (lock) => {
      if (lock !== null) {
        return this.hold();
      }
      this.store.setState({ seat: 'elsewhere' });
      this.queue();
      return Promise.resolve();
    }).catch(() => this.lost());
  }

  /** The agent says: here. */
  take(): void {
    this.waiting?.abort();
    void this.locks.request(this.name, { steal: true }, () => this.hold()).catch(() => this.lost());
  }

  leave(): void {
    this.waiting?.abort();
    this.release?.();
    this.release = null;
    this.store.setState({ seat: 'waiting' });
  }

  private queue(): void {
    const waiting = new AbortController();
    this.waiting = waiting;
    void this.locks.request(this.name, { signal: waiting.signal }, () => this.hold()).catch(() => {
      if (!waiting.signal.aborted) {
        this.lost();
      }
    });
  }

  private lost(): void {
    this.release = null;
    this.store.setState({ seat: 'elsewhere' });
    this.queue();
  }

  private hold(): Promise<void> {
    this.store.setState({ seat: 'here' });
    return new Promise((resolve) => (this.release = resolve));
  }
}
