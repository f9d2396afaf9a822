/** The phone in the browser: what of its registration and of its one session is true now. */
export type Registration = 'off' | 'connecting' | 'registered' | 'failed';
export type SessionState = 'none' | 'ringing' | 'answering' | 'talking';

export interface PhoneState {
  registration: Registration;
  /** Why it failed: a cause of the phone's, or empty. */
  cause: string;
  session: SessionState;
  muted: boolean;
  /** The session is to be taken without a hand: the server asked for it, or the agent did before it rang. */
  automatic: boolean;
}

export type PhoneEvent =
  | { type: 'started' }
  | { type: 'registered' }
  | { type: 'failed'; cause: string }
  | { type: 'stopped' }
  | { type: 'invited'; automatic: boolean }
  | { type: 'answer' }
  | { type: 'confirmed' }
  | { type: 'over' }
  | { type: 'mute'; muted: boolean };

export const OFF: PhoneState = { registration: 'off', cause: '', session: 'none', muted: false, automatic: false };

const NO_SESSION = { session: 'none', muted: false, automatic: false } as const;

/** What becomes of the phone. A lost registration leaves the session: its sound goes another way. */
export function phoneStep(state: PhoneState, event: PhoneEvent): PhoneState {
  switch (event.type) {
    case 'started':
      return { ...state, registration: 'connecting', cause: '' };
    case 'registered':
      return { ...state, registration: 'registered', cause: '' };
    case 'failed':
      return { ...state, registration: 'failed', cause: event.cause };
    case 'stopped':
      return OFF;
    case 'invited':
      return { ...state, session: event.automatic ? 'answering' : 'ringing', muted: false, automatic: event.automatic };
    case 'answer':
      return state.session === 'ringing' ? { ...state, session: 'answering' } : state;
    case 'confirmed':
      return state.session === 'none' ? state : { ...state, session: 'talking' };
    case 'over':
      return { ...state, ...NO_SESSION };
    case 'mute':
      return state.session === 'talking' ? { ...state, muted: event.muted } : state;
  }
}

/** Whether an invitation asks to be taken at once, by one of the headers in use for it. */
export function asksToBeTaken(header: (name: string) => string | undefined): boolean {
  return /answer-after\s*=\s*0\b/i.test(header('Call-Info') ?? '')
    || /auto-?answer/i.test(header('Alert-Info') ?? '')
    || /^\s*auto/i.test(header('Answer-Mode') ?? '');
}
