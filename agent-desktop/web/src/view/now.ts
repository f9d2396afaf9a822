import { useEffect, useState } from 'react';
import { usePlace } from './place';

const EVERY_MS = 500;

/** The server's time, renewed twice a second. */
export function useNow(): number {
  const { clock } = usePlace();
  const [now, setNow] = useState(() => clock.nowMs());
  useEffect(() => {
    const timer = setInterval(() => setNow(clock.nowMs()), EVERY_MS);
    return () => clearInterval(timer);
  }, [clock]);
  return now;
}
