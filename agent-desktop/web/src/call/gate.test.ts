import { describe, expect, it } from 'vitest';
import { findings, open, type GateInput } from './gate';
import { OFF } from './phoneState';

const WELL: GateInput = {
  link: { state: 'live', sinceMs: 0, roundTripMs: 20, attempt: 0 },
  place: { kind: 'browser', endpoint: 'anna', reachable: true, elsewhere: false },
  permission: 'granted', secure: true, seat: 'here', echo: 'heard',
  phone: { ...OFF, registration: 'registered' },
};
const wrong = (change: Partial<GateInput>) => findings({ ...WELL, ...change }).filter((one) => one.verdict !== 'ok').map((one) => one.remedy);
const opens = (change: Partial<GateInput>) => open(findings({ ...WELL, ...change }));

describe('gate', () => {
  it('whenAllIsWell_thenItOpens', () => {
    expect(wrong({})).toEqual([]);
    expect(opens({})).toBe(true);
  });

  it('whenTheMicrophoneIsDenied_thenItSaysHowToMendItAndStaysShut', () => {
    expect(wrong({ permission: 'denied' })).toEqual(['denied']);
    expect(opens({ permission: 'denied' })).toBe(false);
    expect(wrong({ permission: 'absent' })).toEqual(['no_microphone']);
    expect(wrong({ secure: false })).toEqual(['insecure']);
  });

  it('whenAnotherWindowIsThePhone_thenThisOneSaysSo', () => {
    expect(wrong({ seat: 'elsewhere' })).toEqual(['other_window', 'other_window']);
    expect(wrong({ place: { kind: 'browser', endpoint: 'anna', reachable: true, elsewhere: true } })).toEqual(['other_browser']);
  });

  it('whenNothingIsHeardBack_thenItStaysShut', () => {
    expect(opens({ echo: 'silent' })).toBe(false);
    expect(opens({ echo: 'failed' })).toBe(false);
  });

  it('whenTheSocketOrTheRegistrationIsAway_thenItStaysShut', () => {
    expect(opens({ link: { state: 'waiting', sinceMs: 0, roundTripMs: null, attempt: 5 } })).toBe(false);
    expect(opens({ phone: { ...OFF, registration: 'failed', cause: 'x' } })).toBe(false);
    expect(opens({ link: { state: 'live', sinceMs: 0, roundTripMs: 5_000, attempt: 0 } })).toBe(false);
  });

  it('whenHeHasAPhoneOfHisOwn_thenTheBrowserNeedsNoMicrophone', () => {
    const own = { kind: 'sip', endpoint: 'anna', reachable: true, elsewhere: false } as const;
    expect(opens({ place: own, permission: 'denied', seat: 'elsewhere', echo: 'not_yet', phone: OFF })).toBe(true);
    expect(opens({ place: { ...own, reachable: false } })).toBe(false);
  });
});
