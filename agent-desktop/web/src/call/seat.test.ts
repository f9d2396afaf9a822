import { beforeEach, describe, expect, it } from 'vitest';
import { PhoneSeat, type Locks } from './seat';

interface Held { name: string; reject(why: Error): void }
interface Queued { name: string; grant(): void }

/** Locks of one browser, as its windows share them. */
class FakeLocks implements Locks {
  private held: Held | null = null;
  private queue: Queued[] = [];

  request(name: string, options: { steal?: boolean; ifAvailable?: boolean; signal?: AbortSignal }, work: (lock: object | null) => Promise<void>): Promise<void> {
    return new Promise((resolve, reject) => {
      const grant = () => {
        const mine: Held = { name, reject };
        this.held = mine;
        void work({}).then(() => {
          if (this.held === mine) {
            this.held = null;
            this.queue.shift()?.grant();
          }
          resolve();
        });
      };
      if (options.steal) {
        this.held?.reject(new Error('stolen'));
        grant();
      } else if (this.held === null) {
        grant();
      } else if (options.ifAvailable) {
        void work(null).then(resolve);
      } else {
        const waiting = { name, grant };
        this.queue.push(waiting);
        options.signal?.addEventListener('abort', () => {
          this.queue = this.queue.filter((one) => one !== waiting);
          reject(new Error('aborted'));
        });
      }
    });
  }
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('seat', () => {
  let first: PhoneSeat;
  let second: PhoneSeat;

  beforeEach(async () => {
    const locks = new FakeLocks();
    first = new PhoneSeat(locks, 'phone');
    second = new PhoneSeat(locks, 'phone');
    first.sit();
    second.sit();
    await settled();
  });

  const seats = () => [first.store.getState().seat, second.store.getState().seat];

  it('whenTwoWindowsAreOpen_thenOneIsThePhoneAndTheOtherSaysSo', () => {
    expect(seats()).toEqual(['here', 'elsewhere']);
  });

  it('whenTheFirstIsClosed_thenTheSecondIsThePhone', async () => {
    first.leave();
    await settled();
    expect(seats()[1]).toBe('here');
  });

  it('whenTheSecondIsToBeThePhone_thenTheFirstIsNotAndWaitsForIt', async () => {
    second.take();
    await settled();
    expect(seats()).toEqual(['elsewhere', 'here']);
    second.leave();
    await settled();
    expect(seats()[0]).toBe('here');
  });
});
