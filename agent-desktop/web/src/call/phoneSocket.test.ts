import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ASK_EVERY_MS, PhoneSocket, SESSION_OVER, SILENT_MS } from './phoneSocket';

class FakeSocket {
  static readonly CONNECTING = 0;
  static readonly OPEN = 1;
  readyState = FakeSocket.CONNECTING;
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: ((event: { code: number; reason: string; wasClean: boolean }) => void) | null = null;
  readonly sent: string[] = [];

  opens(): void {
    this.readyState = FakeSocket.OPEN;
    this.onopen?.();
  }

  send(text: string): void {
    this.sent.push(text);
  }

  close(): void {
    this.readyState = 3;
  }

  closedByServer(code: number): void {
    this.readyState = 3;
    this.onclose?.({ code, reason: '', wasClean: true });
  }
}

describe('phone socket', () => {
  let sockets: FakeSocket[];
  let lost: boolean[];
  let over: number[];
  let socket: PhoneSocket;
  const now = (): FakeSocket => {
    const last = sockets.at(-1);
    if (last === undefined) {
      throw new Error('no socket');
    }
    return last;
  };

  beforeEach(() => {
    vi.useFakeTimers();
    sockets = [];
    lost = [];
    over = [];
    vi.stubGlobal('WebSocket', Object.assign(function () {
      const made = new FakeSocket();
      sockets.push(made);
      return made;
    }, { OPEN: FakeSocket.OPEN, CONNECTING: FakeSocket.CONNECTING }));
    socket = new PhoneSocket('ws://desk/api/phone', () => 'good', 's1', (code) => over.push(code));
    socket.ondisconnect = (error) => lost.push(error);
    socket.connect();
    now().opens();
  });

  afterEach(() => {
    socket.disconnect();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('whenTheServerAnswers_thenTheWayIsThere', () => {
    for (let n = 0; n < 20; n++) {
      vi.advanceTimersByTime(ASK_EVERY_MS);
      now().onmessage?.({ data: '\r\n' });
    }
    expect(now().sent).toHaveLength(20);
    expect(now().sent[0]).toBe('\r\n\r\n');
    expect(lost).toEqual([]);
  });

  it('whenTheServerIsSilent_thenTheWayIsGoneThoughNobodyClosedIt', () => {
    vi.advanceTimersByTime(ASK_EVERY_MS + SILENT_MS - 1);
    expect(lost).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(lost).toEqual([true]);
    expect(socket.isConnected()).toBe(false);
    socket.connect();
    now().opens();
    expect(sockets).toHaveLength(2);
    vi.advanceTimersByTime(ASK_EVERY_MS);
    expect(lost).toEqual([true]);
    expect(now().sent).toHaveLength(1);
  });

  it('whenTheNetworkIsGone_thenNobodyWaitsForIt_andItIsToldOnce', () => {
    socket.lost();
    socket.lost();
    expect(lost).toEqual([true]);
    vi.advanceTimersByTime(60_000);
    expect(now().sent).toEqual([]);
  });

  it('whenTheServerClosesIt_thenItIsToldOnce_andWhy', () => {
    now().closedByServer(SESSION_OVER);
    socket.lost();
    expect(over).toEqual([SESSION_OVER]);
    expect(lost).toEqual([false]);
  });
});
