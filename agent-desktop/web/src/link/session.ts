import { createStore } from 'zustand/vanilla';

export type Role = 'agent' | 'supervisor' | 'admin' | 'integrator';

/** Who is logged in on this browser. */
export interface Session { token: string; tenant: string; user: string; role: Role; untilMs: number }

/** Where it is kept, so that a tab closed by mistake is no log-out. */
export interface Keep { getItem(key: string): string | null; setItem(key: string, value: string): void; removeItem(key: string): void }

const KEY = 'switchboard.session';

export interface SessionState { session: Session | null; ended: boolean }

/** The log-in of this browser: one for all its tabs. */
export class Sessions {
  readonly store = createStore<SessionState>(() => ({ session: null, ended: false }));
  private readonly keep: Keep;
  private readonly nowMs: () => number;

  constructor(keep: Keep, nowMs: () => number = () => Date.now()) {
    this.keep = keep;
    this.nowMs = nowMs;
    this.read();
  }

  /** Another tab logged in or out. */
  read(): void {
    const session = parsed(this.keep.getItem(KEY));
    this.store.setState({ session: session !== null && session.untilMs > this.nowMs() ? session : null });
  }

  begin(session: Session): void {
    this.keep.setItem(KEY, JSON.stringify(session));
    this.store.setState({ session, ended: false });
  }

  /** Logged out, or with `ended` because the server does not take the token any more. */
  end(ended: boolean): void {
    this.keep.removeItem(KEY);
    this.store.setState({ session: null, ended });
  }

  token(): string | null {
    return this.store.getState().session?.token ?? null;
  }
}

function parsed(text: string | null): Session | null {
  try {
    return text === null ? null : (JSON.parse(text) as Session);
  } catch {
    return null;
  }
}
