import { useEffect, useState } from 'react';

/** The value once it has not changed for so long: what somebody has typed, not what they are typing. At first, what it is. */
export function useSettled<T>(value: T, afterMs: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), afterMs);
    return () => clearTimeout(timer);
  }, [value, afterMs]);
  return settled;
}
