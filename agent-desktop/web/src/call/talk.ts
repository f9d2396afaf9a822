import { createStore } from 'zustand/vanilla';
import type { Devices } from './devices';
import { Level } from './level';
import { NO_FLOW, flowStep, type Flow } from './flow';

/** What of JsSIP's session is used. */
export interface InvitedSession {
  connection: RTCPeerConnection | undefined;
  answer(options: object): void;
  /** JsSIP gives a cause when it ends a session by itself. */
  terminate(options?: { cause?: string; status_code?: number; extraHeaders?: string[] }): void;
  renegotiate(options: object): boolean;
  /** JsSIP's own: whether it has gathered the addresses for its offer. */
  _iceReady?: boolean;
  on(event: string, heard: (event: { peerconnection?: RTCPeerConnection }) => void): void;
}

export interface TalkState { flow: Flow; heardLevel: number; spokenLevel: number; blocked: boolean }

const LOOK_EVERY_MS = 1_000;
const LEVEL_EVERY_MS = 80;

/** The sound of one session: microphone to the caller, the caller to the chosen loudspeaker, and whether it flows both ways. */
export class Talk {
  readonly store = createStore<TalkState>(() => ({ flow: NO_FLOW, heardLevel: 0, spokenLevel: 0, blocked: false }));
  private readonly element = new Audio();
  private local: MediaStream | null = null;
  private context: AudioContext | null = null;
  private timers: ReturnType<typeof setInterval>[] = [];
  private levels: Level[] = [];
  private readonly devices: Devices;

  constructor(devices: Devices) {
    this.devices = devices;
    this.element.autoplay = true;
    devices.store.subscribe((state, before) => {
      if (state.choice.speaker !== before.choice.speaker) {
        void this.useSpeaker();
      }
    });
  }

  async microphone(): Promise<MediaStream> {
    this.local ??= await this.devices.microphone();
    return this.local;
  }

  async answer(session: InvitedSession): Promise<void> {
    try {
      const mediaStream = await this.microphone();
      session.on('peerconnection', (event) => event.peerconnection && this.listen(event.peerconnection));
      session.answer({ mediaStream, pcConfig: { iceServers: [] } });
      this.follow(session);
    } catch {
      this.store.setState({ blocked: true });
      session.terminate({ status_code: 480 });
    }
  }

  /** Hears and measures what this session brings. */
  follow(session: InvitedSession): void {
    session.on('peerconnection', (event) => event.peerconnection && this.listen(event.peerconnection));
    if (session.connection) {
      this.listen(session.connection);
    }
  }

  mute(muted: boolean): void {
    this.local?.getAudioTracks().forEach((track) => (track.enabled = !muted));
  }

  end(): void {
    this.timers.forEach((timer) => clearInterval(timer));
    this.timers = [];
    this.levels.forEach((level) => level.close());
    this.levels = [];
    this.local?.getTracks().forEach((track) => track.stop());
    this.local = null;
    this.element.srcObject = null;
    this.store.setState({ flow: NO_FLOW, heardLevel: 0, spokenLevel: 0, blocked: false });
  }

  private listen(connection: RTCPeerConnection): void {
    if (this.timers.length > 0) {
      return;
    }
    connection.addEventListener('track', (event) => this.hear(event.streams[0] ?? new MediaStream([event.track])));
    const here = connection.getReceivers().map((receiver) => receiver.track);
    if (here.length > 0) {
      this.hear(new MediaStream(here));
    }
    this.timers.push(setInterval(() => void this.measure(connection), LOOK_EVERY_MS));
  }

  private hear(stream: MediaStream): void {
    this.element.srcObject = stream;
    void this.useSpeaker().then(() => this.play());
    const context = (this.context ??= new AudioContext());
    void context.resume();
    this.levels.forEach((level) => level.close());
    const heard = new Level(context, stream);
    const spoken = this.local === null ? null : new Level(context, this.local);
    this.levels = spoken === null ? [heard] : [heard, spoken];
    this.timers.push(setInterval(() => this.store.setState({ heardLevel: heard.now(), spokenLevel: spoken?.now() ?? 0 }), LEVEL_EVERY_MS));
  }

  /** Where the browser lets nothing sound before a hand touched the page, the first touch lets it. */
  private async play(): Promise<void> {
    try {
      await this.element.play();
      this.store.setState({ blocked: false });
    } catch {
      this.store.setState({ blocked: true });
      const again = () => {
        window.removeEventListener('pointerdown', again);
        window.removeEventListener('keydown', again);
        void this.play();
      };
      window.addEventListener('pointerdown', again);
      window.addEventListener('keydown', again);
    }
  }

  private async useSpeaker(): Promise<void> {
    const { speaker } = this.devices.store.getState().choice;
    if ('setSinkId' in this.element) {
      await this.element.setSinkId(speaker).catch(() => undefined);
    }
  }

  private async measure(connection: RTCPeerConnection): Promise<void> {
    const report = await connection.getStats();
    const all = [...report.values()] as Record<string, unknown>[];
    const of = (type: string) => all.find((one) => one['type'] === type && (one['kind'] ?? 'audio') === 'audio');
    const inbound = of('inbound-rtp');
    const number = (from: Record<string, unknown> | undefined, name: string) => Number(from?.[name] ?? 0);
    this.store.setState(({ flow }) => ({
      flow: flowStep(flow, {
        atMs: Date.now(),
        received: number(inbound, 'packetsReceived'),
        lost: number(inbound, 'packetsLost'),
        jitterMs: number(inbound, 'jitter') * 1000,
        sent: number(of('outbound-rtp'), 'packetsSent'),
      }),
    }));
  }
}
