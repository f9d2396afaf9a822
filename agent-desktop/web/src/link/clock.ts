/** The server's time, told from the frames it sends: what timers count by, however wrong this machine's clock is. */
export class ServerClock {
  private offsetMs: number | null = null;
  private readonly localMs: () => number;

  constructor(localMs: () => number = () => Date.now()) {
    this.localMs = localMs;
  }

  /** A frame was written at this instant: the least delay seen so far is the nearest to the truth. */
  heard(atMs: number): void {
    const offset = atMs - this.localMs();
    this.offsetMs = this.offsetMs === null ? offset : Math.max(this.offsetMs, offset);
  }

  /** Forget: this machine's clock was set, or it slept. */
  forget(): void {
    this.offsetMs = null;
  }

  nowMs(): number {
    return this.localMs() + (this.offsetMs ?? 0);
  }
}
