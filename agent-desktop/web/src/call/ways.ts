/**
 * Whether this browser has an address yet that sound can go from. After a change of networks it learns of the new one later than of its way to the
 * server, and an offer without an address would be taken for a call put on hold.
 */
export async function hasWay(): Promise<boolean> {
  const probe = new RTCPeerConnection({ iceServers: [] });
  try {
    probe.createDataChannel('');
    const found = new Promise<boolean>((resolve) => {
      probe.onicecandidate = ({ candidate }) => resolve(candidate !== null && candidate.candidate !== '');
    });
    await probe.setLocalDescription();
    return await found;
  } finally {
    probe.close();
  }
}

const LOOKS_EVERY_MS = 200;

/** Waits for one; not for ever, for without one it is to be seen what is wrong. */
export async function awaitWay(withinMs: number): Promise<void> {
  const until = Date.now() + withinMs;
  while (!(await hasWay()) && Date.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, LOOKS_EVERY_MS));
  }
}
