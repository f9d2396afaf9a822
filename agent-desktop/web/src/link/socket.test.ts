import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CLOSED, type ClientFrame, type DeskChange } from '../protocol/protocol';
import { ServerClock } from './clock';
import { EventLink, PING_EVERY_MS, SILENT_MS, type Wire } from './socket';

class FakeWire implements Wire {
  onopen: (() => void) | null = null;
  onmessage: ((text: string) => void) | null = null;
  onclose: ((code: number) => void) | null = null;
  readonly sent: ClientFrame[] = [];
  closed = false;

  send(text: string): void {
    this.sent.push(JSON.parse(text) as ClientFrame);
  }

  close(): void {
    this.closed = true;
  }

  hear(frame: object): void {
    this.onmessage?.(JSON.stringify({ v: 1, at_ms: Date.now(), topic: null, ...frame }));
  }

  welcome(session: string, resumed: boolean, seq = 0): void {
    this.hear({ type: 'welcome', seq, body: { session, resumed, kept_ms: 120_000 } });
  }

  hello(): ClientFrame | undefined {
    return this.sent.find((frame) => frame.type === 'hello');
  }
}

describe('link', () => {
  let wires: FakeWire[];
  let told: string[];
  let refusals: number[];
  let token: string | null;
  let link: EventLink;

  beforeEach(() => {
    vi.useFakeTimers();
    wires = [];
    told = [];
    refusals = [];
    token = 'good';
    const say = (what: string) => (body: unknown) => void told.push(`${what} ${JSON.stringify(body)}`);
    link = new EventLink(
      { open: () => (wires[wires.length] = new FakeWire()), token: () => token, clock: new ServerClock(), nowMs: () => Date.now(), random: () => 1 },
      () => ['desk'],
      { desk: say('desk'), deskChange: say('change'), wall: say('wall'), wallChange: say('wall change'), status: () => undefined, refused: (code) => refusals.push(code) });
  });

  afterEach(() => {
    link.close();
    vi.useRealTimers();
  });

  const wire = (n = wires.length - 1): FakeWire => {
    const found = wires[n];
    if (!found) {
      throw new Error(`no socket ${n}`);
    }
    return found;
  };
  const change = (seq: number, body: DeskChange) => wire().hear({ type: 'change', topic: 'desk', seq, body });
  const begin = () => {
    link.open();
    wire().onopen?.();
    wire().welcome('s1', false);
    wire().hear({ type: 'snapshot', topic: 'desk', seq: 1, body: { call: null } });
  };

  it('whenOpened_thenItSaysHelloAndTellsTheSnapshot', () => {
    begin();
    expect(wire().hello()).toEqual({ v: 1, type: 'hello', token: 'good', topics: ['desk'] });
    expect(told).toEqual(['desk {"call":null}']);
    expect(link.status().state).toBe('live');
  });

  it('whenThereIsNoNetwork_thenItSaysSoAtOnce_andIsBackWithoutWaitingWhenThereIsOne', () => {
    begin();
    link.away();
    expect(link.status().state).toBe('waiting');
    link.hurry();
    expect(wires).toHaveLength(2);
    link.hurry();
    expect(wires).toHaveLength(3);
    wire(1).onopen?.();
    expect(wire(1).closed).toBe(true);
    wire().onopen?.();
    expect(wire().hello()).toMatchObject({ resume: { session: 's1', seq: 1 } });
    wire().welcome('s1', true, 1);
    expect(link.status().state).toBe('live');
  });

  it('whenAFrameIsMissing_thenItResumesFromTheLastThatItHas', () => {
    begin();
    change(2, { side: null });
    change(4, { call: null });
    expect(wires).toHaveLength(2);
    expect(wire(0).closed).toBe(true);
    wire().onopen?.();
    expect(wire().hello()).toMatchObject({ resume: { session: 's1', seq: 2 } });
    wire().welcome('s1', true, 2);
    change(3, { side: null });
    change(4, { call: null });
    expect(told).toHaveLength(4);
  });

  it('whenTheSessionIsForgotten_thenTheSnapshotCountsAnew', () => {
    begin();
    change(2, { side: null });
    wire().onclose?.(1006);
    vi.advanceTimersByTime(500);
    wire().onopen?.();
    wire().welcome('s2', false);
    wire().hear({ type: 'snapshot', topic: 'desk', seq: 1, body: { call: null } });
    change(2, { side: null });
    expect(told.slice(-2)).toEqual(['desk {"call":null}', 'change {"side":null}']);
  });

  it('whenAFrameComesTwice_thenItIsTakenOnce', () => {
    begin();
    change(2, { side: null });
    change(2, { side: null });
    expect(told).toHaveLength(2);
    expect(wires).toHaveLength(1);
  });

  it('whenTheLineIsSilent_thenItIsGivenUpThoughNobodyClosedIt', () => {
    begin();
    vi.advanceTimersByTime(SILENT_MS + 2 * PING_EVERY_MS);
    expect(wire(0).closed).toBe(true);
    expect(wires.length).toBeGreaterThan(1);
  });

  it('whenPongsCome_thenItStaysAndKnowsTheRoundTrip', () => {
    begin();
    for (let i = 0; i < 20; i++) {
      vi.advanceTimersByTime(PING_EVERY_MS - 40);
      const ping = wire().sent.filter((frame) => frame.type === 'ping').at(-1);
      vi.advanceTimersByTime(40);
      wire().hear({ type: 'pong', seq: 1, body: { n: ping?.type === 'ping' ? ping.n : 0 } });
    }
    expect(wires).toHaveLength(1);
    expect(link.status().roundTripMs).not.toBeNull();
  });

  it('whenTheServerIsAway_thenItTriesEverLessOften', () => {
    link.open();
    const opened: number[] = [];
    for (let s = 0; s < 60; s++) {
      const before = wires.length;
      wire().onclose?.(1006);
      vi.advanceTimersByTime(1000);
      if (wires.length > before) {
        opened.push(s);
      }
    }
    expect(opened.length).toBeLessThan(20);
    expect(opened.length).toBeGreaterThan(5);
  });

  it('whenTheNetworkIsBack_thenItDoesNotWait', () => {
    link.open();
    for (let i = 0; i < 6; i++) {
      wire().onclose?.(1006);
      vi.advanceTimersByTime(9_000);
    }
    wire().onclose?.(1006);
    const before = wires.length;
    link.hurry();
    expect(wires).toHaveLength(before + 1);
  });

  it('whenTheTokenIsRefused_thenItSaysSoAndStopsUntilOpenedAgain', () => {
    begin();
    wire().onclose?.(CLOSED.token);
    vi.advanceTimersByTime(60_000);
    expect(refusals).toEqual([CLOSED.token]);
    expect(wires).toHaveLength(1);
    link.open();
    expect(wires).toHaveLength(2);
  });

  it('whenThisPageIsThePhone_thenItSaysSoAfterEachGap', () => {
    begin();
    link.phone(true);
    wire().onclose?.(1006);
    vi.advanceTimersByTime(500);
    wire().onopen?.();
    wire().welcome('s1', true, 1);
    expect(wire().sent).toContainEqual({ v: 1, type: 'phone', here: true });
  });
});
