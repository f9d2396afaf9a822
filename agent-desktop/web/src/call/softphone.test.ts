import { beforeEach, describe, expect, it } from 'vitest';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { Desk } from '../agent/desk';
import type { DeskView, PhoneView } from '../protocol/protocol';
import { NO_FLOW } from './flow';
import { OFF, type PhoneState } from './phoneState';
import { Softphone, type Keep, type Parts } from './softphone';

function memory(): Keep {
  const kept = new Map<string, string>();
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value), removeItem: (key) => void kept.delete(key) };
}

describe('softphone', () => {
  let said: boolean[];
  let rings: string[];
  let echoes: string[];
  let desk: Desk;
  let keep: Keep;
  let phone: StoreApi<PhoneState>;
  let seat: StoreApi<{ seat: string }>;
  let devices: StoreApi<{ permission: string; choice: object }>;
  let talk: StoreApi<object>;
  let softphone: Softphone;

  const begin = () => {
    const parts = {
      phone: { store: phone, talk: { store: talk }, start: () => phone.setState({ registration: 'connecting' }), stop: () => phone.setState(OFF), echo: () => echoes.push('echo') > 0, drop: () => undefined },
      seat: { store: seat, sit: () => seat.setState({ seat: 'here' }), leave: () => undefined, take: () => seat.setState({ seat: 'here' }) },
      desk, keep, tab: memory(), devices: { store: devices },
      link: { phone: (here: boolean) => said.push(here), phoneAgain: () => said.push(true) },
      ringer: { start: () => Promise.resolve(rings.push('ring')), stop: () => rings.push('still') },
    };
    softphone = new Softphone(parts as unknown as Parts);
    softphone.open();
  };
  const place = (change: Partial<PhoneView>, state = 'signed_out') =>
    desk.snapshot({ phone: { kind: 'browser', endpoint: 'anna', reachable: true, elsewhere: false, ...change }, call: null, me: { state } } as unknown as DeskView);

  const freshPage = () => {
    desk = new Desk();
    phone = createStore<PhoneState>(() => OFF);
    seat = createStore(() => ({ seat: 'waiting' }));
    devices = createStore(() => ({ permission: 'granted', choice: { microphone: '', speaker: '', ringer: '', ringVolume: 1 } }));
    talk = createStore(() => ({ flow: NO_FLOW }));
  };

  beforeEach(() => {
    said = [];
    rings = [];
    echoes = [];
    keep = memory();
    freshPage();
  });

  it('whenThisBrowserIsThePhone_thenItRegistersAndSaysSo', () => {
    begin();
    place({});
    expect(said.at(-1)).toBe(true);
    expect(phone.getState().registration).toBe('connecting');
  });

  it('whenHeIsReadyFromBeforeInAFreshTab_thenHisSoundIsTriedByItself', () => {
    begin();
    place({}, 'ready');
    expect(echoes).toEqual([]);
    phone.setState({ registration: 'registered' });
    expect(echoes).toEqual(['echo']);
  });

  it('whenHeIsSignedOut_thenNobodyTriesHisSound', () => {
    begin();
    place({});
    phone.setState({ registration: 'registered' });
    expect(echoes).toEqual([]);
  });

  it('whenHeHasAPhoneOfHisOwn_thenTheBrowserIsNone', () => {
    begin();
    place({ kind: 'sip' });
    expect(said.at(-1)).toBe(false);
    expect(phone.getState().registration).toBe('off');
  });

  it('whenAnotherBrowserIsThePhone_thenThisOneDoesNotTakeItByItself', () => {
    begin();
    place({ elsewhere: true });
    expect(said).not.toContain(true);
    softphone.takeHere();
    expect(said).toContain(true);
  });

  it('whenItWasThePhoneBeforeAReload_thenItIsAgainThoughTheServerKnowsTheOldOne', () => {
    begin();
    place({});
    freshPage();
    begin();
    place({ elsewhere: true });
    expect(said.at(-1)).toBe(true);
  });

  it('whenAnotherBrowserTakesIt_thenThisOneGivesWayAndStaysSo', () => {
    begin();
    place({});
    place({ elsewhere: true });
    expect(said.at(-1)).toBe(false);
    expect(phone.getState().registration).toBe('off');
  });

  it('whenTheMicrophoneIsGone_thenThePhoneIsNotRegistered', () => {
    begin();
    place({});
    devices.setState({ permission: 'absent' });
    expect(phone.getState().registration).toBe('off');
  });

  it('whenTheMicrophoneGoesInATalk_thenTheTalkIsNotCut', () => {
    begin();
    place({});
    phone.setState({ registration: 'registered', session: 'talking' });
    devices.setState({ permission: 'absent' });
    expect(phone.getState()).toMatchObject({ registration: 'registered', session: 'talking' });
  });

  it('whenItRings_thenItIsHeardUntilItIsAnswered', () => {
    begin();
    phone.setState({ session: 'ringing' });
    expect(rings.at(-1)).toBe('ring');
    phone.setState({ session: 'answering' });
    expect(rings.at(-1)).toBe('still');
  });

  it('whenSoundWentBothWaysInATalk_thenNoTestIsNeeded', () => {
    begin();
    talk.setState({ flow: { ...NO_FLOW, received: 500, sent: 500 } });
    expect(softphone.echo.getState().result).toBe('heard');
    devices.setState({ choice: { microphone: 'other', speaker: '', ringer: '', ringVolume: 1 } });
    expect(softphone.echo.getState().result).toBe('not_yet');
  });
});
