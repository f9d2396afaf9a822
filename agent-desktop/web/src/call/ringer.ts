/** Rings by two soft tones on a device of its own: the headset may be off the head. */
export class Ringer {
  private context: AudioContext | null = null;
  private element: HTMLAudioElement | null = null;
  private stopTones: (() => void) | null = null;

  async start(deviceId: string, volume: number): Promise<void> {
    if (this.stopTones !== null) {
      return;
    }
    this.stopTones = () => undefined;
    const context = (this.context ??= new AudioContext());
    const sink = context.createMediaStreamDestination();
    const element = (this.element ??= new Audio());
    element.srcObject = sink.stream;
    if (deviceId !== '' && 'setSinkId' in element) {
      await element.setSinkId(deviceId).catch(() => undefined);
    }
    const loud = context.createGain();
    loud.gain.value = volume;
    loud.connect(sink);
    const beat = () => tones(context, loud);
    beat();
    const timer = setInterval(beat, 3_000);
    this.stopTones = () => {
      clearInterval(timer);
      loud.disconnect();
      element.pause();
    };
    await Promise.all([context.resume(), element.play()]).catch(() => undefined);
  }

  stop(): void {
    this.stopTones?.();
    this.stopTones = null;
  }
}

/** Rising thirds, twice, with soft edges. */
function tones(context: AudioContext, to: AudioNode): void {
  [0, 0.22, 0.7, 0.92].forEach((at, i) => {
    const oscillator = context.createOscillator();
    const envelope = context.createGain();
    const begin = context.currentTime + 0.02 + at;
    oscillator.type = 'triangle';
    oscillator.frequency.value = i % 2 === 0 ? 659 : 831;
    envelope.gain.setValueAtTime(0, begin);
    envelope.gain.linearRampToValueAtTime(0.5, begin + 0.02);
    envelope.gain.exponentialRampToValueAtTime(0.001, begin + 0.34);
    oscillator.connect(envelope).connect(to);
    oscillator.start(begin);
    oscillator.stop(begin + 0.36);
  });
}
