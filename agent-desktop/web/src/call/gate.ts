import type { LinkStatus } from '../link/socket';
import type { PhoneView } from '../protocol/protocol';
import type { MicrophonePermission } from './devices';
import type { PhoneState } from './phoneState';
import type { Seat } from './seat';

/** What must be well before an agent is offered a call. */
export type Check = 'socket' | 'delay' | 'microphone' | 'seat' | 'registration' | 'sound';
export type Verdict = 'ok' | 'checking' | 'warn' | 'fail';

/** `remedy`: the name of the words that say how to mend it. */
export interface Finding { check: Check; verdict: Verdict; remedy: string | null }

export type EchoResult = 'not_yet' | 'running' | 'heard' | 'silent' | 'failed';

export interface GateInput {
  link: LinkStatus;
  place: PhoneView | null;
  permission: MicrophonePermission;
  secure: boolean;
  phone: PhoneState;
  seat: Seat;
  echo: EchoResult;
}

/** Beyond this people talk into each other's words: no call is offered. */
export const SLOW_MS = 400;
const NOTABLE_MS = 250;

/** Each check with its remedy. A phone of one's own needs nothing of the browser. */
export function findings(input: GateInput): Finding[] {
  const both = [socket(input.link), delay(input.link)];
  if (input.place?.kind === 'sip') {
    return [...both, found('registration', input.place.reachable ? 'ok' : 'fail', 'sip_unreachable')];
  }
  return [...both, microphone(input), seat(input), registration(input), sound(input.echo)];
}

/** Whether he may be offered calls. */
export function open(all: readonly Finding[]): boolean {
  return all.every((one) => one.verdict === 'ok' || one.verdict === 'warn');
}

function found(check: Check, verdict: Verdict, remedy: string): Finding {
  return { check, verdict, remedy: verdict === 'ok' ? null : remedy };
}

function socket(link: LinkStatus): Finding {
  return link.state === 'live' ? found('socket', 'ok', '') : found('socket', link.attempt > 2 ? 'fail' : 'checking', 'socket_away');
}

function delay({ state, roundTripMs }: LinkStatus): Finding {
  if (state !== 'live' || roundTripMs === null) {
    return found('delay', 'checking', 'measuring');
  }
  return found('delay', roundTripMs > SLOW_MS ? 'fail' : roundTripMs > NOTABLE_MS ? 'warn' : 'ok', 'slow');
}

function microphone({ permission, secure }: GateInput): Finding {
  if (!secure) {
    return found('microphone', 'fail', 'insecure');
  }
  return found('microphone', permission === 'granted' ? 'ok' : permission === 'unknown' ? 'checking' : 'fail',
    permission === 'absent' ? 'no_microphone' : permission === 'denied' ? 'denied' : 'ask_microphone');
}

function seat({ seat: at, place }: GateInput): Finding {
  if (at === 'here' && place?.elsewhere) {
    return found('seat', 'fail', 'other_browser');
  }
  return found('seat', at === 'here' ? 'ok' : at === 'waiting' ? 'checking' : 'fail', 'other_window');
}

function registration({ phone, seat: at }: GateInput): Finding {
  if (at !== 'here') {
    return found('registration', 'checking', 'other_window');
  }
  if (phone.registration === 'off') {
    return found('registration', 'checking', 'after_microphone');
  }
  return found('registration', phone.registration === 'registered' ? 'ok' : phone.registration === 'failed' ? 'fail' : 'checking', 'not_registered');
}

function sound(echo: EchoResult): Finding {
  const verdicts: Record<EchoResult, Finding> = {
    not_yet: found('sound', 'checking', 'echo_not_yet'),
    running: found('sound', 'checking', 'echo_running'),
    heard: found('sound', 'ok', ''),
    silent: found('sound', 'fail', 'echo_silent'),
    failed: found('sound', 'fail', 'echo_failed'),
  };
  return verdicts[echo];
}
