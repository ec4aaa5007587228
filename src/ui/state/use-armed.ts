import { useEffect, useState } from 'preact/hooks';

/** Buttons of a new card wait this long: a click that was meant for what was there before must not answer it. */
const ARMING_MS = 400;

/** False for the first 400 ms of a part's life, then true. */
export function useArmed(): boolean {
  const [armed, setArmed] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setArmed(true), ARMING_MS);
    return () => clearTimeout(timer);
  }, []);
  return armed;
}
