import { createStore } from 'zustand/vanilla';

export interface Choice { microphone: string; speaker: string; ringer: string; ringVolume: number }
export interface Device { id: string; label: string }
export type MicrophonePermission = 'unknown' | 'granted' | 'denied' | 'absent';

export interface DevicesState {
  choice: Choice;
  microphones: Device[];
  speakers: Device[];
  permission: MicrophonePermission;
}

const KEY = 'switchboard.devices';
const DEFAULTS: Choice = { microphone: '', speaker: '', ringer: '', ringVolume: 0.7 };

/** Microphones and loudspeakers of this machine, and which of them the agent works with. An empty id: the system's own choice. */
export class Devices {
  readonly store = createStore<DevicesState>(() => ({ choice: chosen(), microphones: [], speakers: [], permission: 'unknown' }));

  constructor() {
    // Without TLS, and not on this machine, a browser has no devices at all.
    if (window.isSecureContext) {
      navigator.mediaDevices.addEventListener('devicechange', () => void this.look());
      void this.look();
    } else {
      this.store.setState({ permission: 'denied' });
    }
  }

  choose(part: Partial<Choice>): void {
    const choice = { ...this.store.getState().choice, ...part };
    localStorage.setItem(KEY, JSON.stringify(choice));
    this.store.setState({ choice });
  }

  /** The chosen microphone's stream; asks for permission where it was not given yet. */
  async microphone(): Promise<MediaStream> {
    try {
      const { microphone } = this.store.getState().choice;
      const here = this.store.getState().microphones.some((device) => device.id === microphone);
      const stream = await navigator.mediaDevices.getUserMedia({
        audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true, ...(here ? { deviceId: { exact: microphone } } : {}) },
      });
      this.store.setState({ permission: 'granted' });
      void this.look();
      return stream;
    } catch (why) {
      const name = why instanceof DOMException ? why.name : '';
      this.store.setState({ permission: name === 'NotFoundError' ? 'absent' : 'denied' });
      throw why;
    }
  }

  private async look(): Promise<void> {
    const all = await navigator.mediaDevices.enumerateDevices();
    const of = (kind: MediaDeviceKind) => all.filter((device) => device.kind === kind && device.label !== '')
      .map((device) => ({ id: device.deviceId, label: device.label }));
    this.store.setState({ microphones: of('audioinput'), speakers: of('audiooutput') });
    if (of('audioinput').length > 0) {
      this.store.setState({ permission: 'granted' });
    } else if (!all.some((device) => device.kind === 'audioinput')) {
      this.store.setState({ permission: 'absent' });
    }
  }
}

function chosen(): Choice {
  try {
    return { ...DEFAULTS, ...(JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Choice>) };
  } catch {
    return DEFAULTS;
  }
}
