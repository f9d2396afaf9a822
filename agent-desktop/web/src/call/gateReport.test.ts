import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { GateReport, type Measured, type ReportParts } from './gateReport';

describe('gate report', () => {
  let phone: StoreApi<{ registration: string }>;
  let devices: StoreApi<{ permission: string }>;
  let echo: StoreApi<{ result: string }>;
  let link: StoreApi<{ roundTripMs: number | null }>;
  let said: Measured[];
  let fails: boolean;
  let report: GateReport;

  beforeEach(() => {
    vi.useFakeTimers();
    phone = createStore(() => ({ registration: 'connecting' }));
    devices = createStore(() => ({ permission: 'granted' }));
    echo = createStore(() => ({ result: 'not_yet' }));
    link = createStore<{ roundTripMs: number | null }>(() => ({ roundTripMs: 20 }));
    said = [];
    fails = false;
    const rest = { post: (_: string, body: Measured) => (said.push(body), fails ? Promise.reject(new Error('away')) : Promise.resolve({})) };
    report = new GateReport({ rest, phone: { store: phone }, devices: { store: devices }, softphone: { echo }, link } as unknown as ReportParts);
    report.open();
  });

  afterEach(() => {
    report.close();
    vi.useRealTimers();
  });

  it('whenSoundWasHeard_thenThePlatformIsToldOnce', () => {
    phone.setState({ registration: 'registered' });
    echo.setState({ result: 'running' });
    echo.setState({ result: 'heard' });
    link.setState({ roundTripMs: 25 });
    expect(said.map((one) => one.hears)).toEqual([false, true]);
  });

  it('whenTheNetworkIsTooSlow_thenThatIsToldToo', () => {
    phone.setState({ registration: 'registered' });
    link.setState({ roundTripMs: 900 });
    expect(said.at(-1)?.round_trip_ms).toBe(900);
  });

  it('whenThePhoneRegistersAnew_thenItIsToldAnew', () => {
    echo.setState({ result: 'heard' });
    phone.setState({ registration: 'registered' });
    phone.setState({ registration: 'failed' });
    phone.setState({ registration: 'registered' });
    expect(said).toHaveLength(2);
  });

  it('whenThePlatformDoesNotAnswer_thenItIsToldAgain', async () => {
    fails = true;
    echo.setState({ result: 'heard' });
    phone.setState({ registration: 'registered' });
    fails = false;
    await vi.advanceTimersByTimeAsync(5_000);
    expect(said).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(said).toHaveLength(2);
  });

  it('whenTheMicrophoneIsTakenAway_thenItIsTold', () => {
    phone.setState({ registration: 'registered' });
    devices.setState({ permission: 'denied' });
    expect(said.at(-1)).toMatchObject({ permission: false, microphone: false });
  });
});
