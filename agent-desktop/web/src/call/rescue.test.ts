import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FINDS_WITHIN_MS, LOOKS_EVERY_MS, OVER_AFTER_MS, Rescue } from './rescue';
import type { InvitedSession } from './talk';

describe('rescue', () => {
  let said: string[];
  let ice: string;
  let registered: boolean;
  let reoffers: boolean;
  let way: boolean;
  let session: InvitedSession;
  let rescue: Rescue;

  beforeEach(() => {
    vi.useFakeTimers();
    said = [];
    ice = 'connected';
    registered = true;
    reoffers = true;
    way = true;
    session = {
      get connection() { return { iceConnectionState: ice } as RTCPeerConnection; },
      terminate: (options) => void said.push(`bye ${options?.extraHeaders?.join() ?? ''}`),
      renegotiate: (options) => said.push(JSON.stringify(options)) > 0 && reoffers,
      answer: () => undefined, on: () => undefined,
    };
    rescue = new Rescue(session, { registered: () => registered, hasWay: () => Promise.resolve(way), moved: () => void said.push('muted as before') });
  });

  afterEach(() => {
    rescue.over();
    vi.useRealTimers();
  });

  const RESTART = '{"rtcOfferConstraints":{"iceRestart":true}}';
  const LOST = 'bye Reason: Q.850;cause=44';
  const noSoundBySip = () => session.terminate({ cause: 'RTP Timeout', status_code: 408 });

  it('whenThePhoneIsRegisteredAgain_thenTheSoundLooksForItsWayAnew_andWhoWasMutedStaysMuted', async () => {
    rescue.again();
    await vi.advanceTimersByTimeAsync(FINDS_WITHIN_MS);
    expect(said).toEqual([RESTART, 'muted as before']);
  });

  it('whenItFindsNoWay_thenTheLegIsGivenBackAsLost', async () => {
    ice = 'failed';
    rescue.again();
    await vi.advanceTimersByTimeAsync(FINDS_WITHIN_MS - 1);
    expect(said).not.toContain(LOST);
    await vi.advanceTimersByTimeAsync(1);
    expect(said).toContain(LOST);
  });

  it('whenTheSoundIsGoneWithTheNetwork_thenNobodyHangsUp_andTheReturnIsWaitedFor', async () => {
    registered = false;
    ice = 'failed';
    noSoundBySip();
    await vi.advanceTimersByTimeAsync(OVER_AFTER_MS - 1);
    expect(said).toEqual([]);
    rescue.again();
    ice = 'connected';
    await vi.advanceTimersByTimeAsync(OVER_AFTER_MS);
    expect(said).toEqual([RESTART, 'muted as before']);
  });

  it('whenTheNetworkStaysAway_thenTheTalkIsOverHereTooInTheEnd', async () => {
    registered = false;
    ice = 'failed';
    noSoundBySip();
    await vi.advanceTimersByTimeAsync(OVER_AFTER_MS);
    expect(said).toEqual([LOST]);
  });

  it('whenOnlyTheSoundIsGone_thenItLooksForItsWayAtOnce_andOnceOnly', async () => {
    ice = 'failed';
    noSoundBySip();
    noSoundBySip();
    await vi.advanceTimersByTimeAsync(0);
    expect(said).toEqual([RESTART, 'muted as before']);
    await vi.advanceTimersByTimeAsync(FINDS_WITHIN_MS);
    expect(said.at(-1)).toBe(LOST);
  });

  it('whenTheCallCannotBeMoved_thenItIsGivenBackAtOnce', async () => {
    reoffers = false;
    rescue.again();
    await vi.advanceTimersByTimeAsync(0);
    expect(said.slice(0, 2)).toEqual([RESTART, LOST]);
  });

  it('whenTheBrowserHasNoAddressYet_thenItIsOfferedNone_andLookedForAgain', async () => {
    way = false;
    rescue.again();
    await vi.advanceTimersByTimeAsync(3 * LOOKS_EVERY_MS);
    expect(said).toEqual([]);
    way = true;
    await vi.advanceTimersByTimeAsync(LOOKS_EVERY_MS);
    expect(said).toEqual([RESTART, 'muted as before']);
  });

  it('whenItIsRegisteredOnceMoreMeanwhile_thenItLooksOnceOnly', async () => {
    way = false;
    rescue.again();
    await vi.advanceTimersByTimeAsync(LOOKS_EVERY_MS);
    rescue.again();
    way = true;
    await vi.advanceTimersByTimeAsync(2 * LOOKS_EVERY_MS);
    expect(said).toEqual([RESTART, 'muted as before']);
  });

  it('whenTheAgentHangsUp_thenItIsAHangUp', () => {
    session.terminate({});
    expect(said).toEqual(['bye ']);
  });

  it('whenTheTalkIsOver_thenNothingIsWaitedForAnyMore', async () => {
    ice = 'failed';
    rescue.again();
    rescue.over();
    await vi.advanceTimersByTimeAsync(OVER_AFTER_MS);
    expect(said).toEqual([]);
  });
});
