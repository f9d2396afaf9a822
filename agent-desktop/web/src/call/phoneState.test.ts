import { describe, expect, it } from 'vitest';
import { OFF, asksToBeTaken, phoneStep, type PhoneEvent, type PhoneState } from './phoneState';

const after = (...events: PhoneEvent[]): PhoneState => events.reduce(phoneStep, OFF);
const UP: PhoneEvent[] = [{ type: 'started' }, { type: 'registered' }];

describe('phone', () => {
  it('whenItRingsAndIsAnswered_thenItTalksOnceTheOtherSideConfirms', () => {
    expect(after(...UP, { type: 'invited', automatic: false }).session).toBe('ringing');
    expect(after(...UP, { type: 'invited', automatic: false }, { type: 'answer' }).session).toBe('answering');
    expect(after(...UP, { type: 'invited', automatic: false }, { type: 'answer' }, { type: 'confirmed' }).session).toBe('talking');
  });

  it('whenTheServerSaysSo_thenItIsTakenWithoutAHand', () => {
    expect(after(...UP, { type: 'invited', automatic: true })).toMatchObject({ session: 'answering', automatic: true });
  });

  it('whenTheRegistrationIsLostInTalk_thenTheTalkGoesOn', () => {
    const lost = after(...UP, { type: 'invited', automatic: true }, { type: 'confirmed' }, { type: 'failed', cause: 'Connection Error' });
    expect(lost).toMatchObject({ registration: 'failed', cause: 'Connection Error', session: 'talking' });
  });

  it('whenACallIsOver_thenTheNextIsNotMuted', () => {
    const muted = after(...UP, { type: 'invited', automatic: true }, { type: 'confirmed' }, { type: 'mute', muted: true });
    expect(muted.muted).toBe(true);
    expect([{ type: 'over' }, { type: 'invited', automatic: false }].reduce((state, event) => phoneStep(state, event as PhoneEvent), muted).muted).toBe(false);
  });

  it('whenNobodyTalks_thenThereIsNothingToMuteOrConfirm', () => {
    expect(after(...UP, { type: 'mute', muted: true }).muted).toBe(false);
    expect(after(...UP, { type: 'confirmed' }).session).toBe('none');
    expect(after(...UP, { type: 'answer' }).session).toBe('none');
  });

  it('whenAnInvitationCarriesAHeaderForIt_thenItIsTakenAtOnce', () => {
    const of = (name: string, value: string) => (asked: string) => (asked === name ? value : undefined);
    expect(asksToBeTaken(of('Call-Info', '<sip:x>;answer-after=0'))).toBe(true);
    expect(asksToBeTaken(of('Alert-Info', '<http://localhost>;info=alert-autoanswer'))).toBe(true);
    expect(asksToBeTaken(of('Alert-Info', 'Auto Answer'))).toBe(false);
    expect(asksToBeTaken(of('Answer-Mode', 'Auto'))).toBe(true);
    expect(asksToBeTaken(of('Call-Info', '<sip:x>;answer-after=30'))).toBe(false);
    expect(asksToBeTaken(() => undefined)).toBe(false);
  });
});
