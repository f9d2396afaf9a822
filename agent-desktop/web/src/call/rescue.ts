import type { InvitedSession } from './talk';

/** So long a sound may look for its new way. */
export const FINDS_WITHIN_MS = 6_000;
export const LOOKS_EVERY_MS = 200;
/** After so long Asterisk has ended the leg, for it heard nothing. */
export const OVER_AFTER_MS = 20_000;
/** Not 16: nobody hung up, so the caller is held and this phone is called again. */
const LOST = 'Reason: Q.850;cause=44';

export interface Around {
  registered(): boolean;
  /** Whether there is an address that sound can go from. */
  hasWay(): Promise<boolean>;
  /** JsSIP has set up the sound anew: what was muted is not any more. */
  moved(): void;
}

/**
 * Keeps a talk whose network goes away and comes back, maybe as another one. As soon as the phone is registered again its sound looks for its
 * way anew (ICE restart, by a new INVITE within the call). Where it finds none the leg is given back as lost, and the platform calls again. JsSIP by
 * itself ends such a talk for a reason that not every Asterisk reads: there it is the agent's hang-up, and the caller is gone.
 */
export class Rescue {
  private timer: ReturnType<typeof setTimeout> | null = null;
  private readonly session: InvitedSession;
  private readonly hangUp: InvitedSession['terminate'];
  private readonly around: Around;

  constructor(session: InvitedSession, around: Around) {
    this.session = session;
    this.around = around;
    this.hangUp = session.terminate.bind(session);
    session.terminate = (options) => (options?.cause === undefined ? this.hangUp(options) : this.soundless());
  }

  /** The phone is registered again: its sound may have to go another way, and what Asterisk says of this call has to come this one. */
  again(): void {
    this.settle(FINDS_WITHIN_MS);
    void this.look(this.timer);
  }

  /** @param since the timer of this look: another one, and it is over */
  private async look(since: typeof this.timer): Promise<void> {
    while (since === this.timer && !(await this.around.hasWay())) {
      await new Promise((resolve) => setTimeout(resolve, LOOKS_EVERY_MS));
    }
    if (since === this.timer) {
      this.restart();
    }
  }

  private restart(): void {
    // JsSIP would take the addresses gathered before for those of this offer.
    this.session._iceReady = false;
    if (!this.session.renegotiate({ rtcOfferConstraints: { iceRestart: true } })) {
      this.giveBack();
    }
    this.around.moved();
  }

  over(): void {
    if (this.timer !== null) {
      clearTimeout(this.timer);
      this.timer = null;
    }
  }

  private soundless(): void {
    if (this.timer !== null) {
      return;
    }
    if (this.around.registered()) {
      this.again();
    } else {
      this.settle(OVER_AFTER_MS);
    }
  }

  private settle(withinMs: number): void {
    this.over();
    this.timer = setTimeout(() => {
      this.timer = null;
      if (!flows(this.session)) {
        this.giveBack();
      }
    }, withinMs);
  }

  private giveBack(): void {
    this.over();
    try {
      this.hangUp({ extraHeaders: [LOST] });
    } catch {
      // it has ended already
    }
  }
}

function flows({ connection }: InvitedSession): boolean {
  return connection?.iceConnectionState === 'connected' || connection?.iceConnectionState === 'completed';
}
