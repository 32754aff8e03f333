/**
 * Preloaded into the roles beside the simulator (`--import`): their clock goes with Zalo's simulated one, so that a
 * visitor who winds it forward sees what follows for both sides: closed windows, dear messages, due times. Never part of
 * the service: plain JavaScript, because the built roles run without a loader.
 */
const ASK_EVERY_MS = 500;

/** A Date that is `offset()` ms ahead whenever it is asked for the time of now, and every other Date as it is. */
export function dateAhead(offset) {
  const RealDate = Date;
  return class DateAhead extends RealDate {
    constructor(...given) {
      if (given.length === 0) super(RealDate.now() + offset());
      else super(...given);
    }

    static now() {
      return RealDate.now() + offset();
    }

    /** What came from elsewhere, before this or out of another realm, is a Date all the same. */
    static [Symbol.hasInstance](value) {
      return value instanceof RealDate;
    }
  };
}

/** Knows the simulator's offset when it resolves; afterwards asks again and again, and keeps what it knew when nobody answers. */
export async function followClock(simulatorUrl) {
  let offsetMs = 0;
  const ask = async () => {
    try {
      const answer = await fetch(`${simulatorUrl}/_sim/clock`, { signal: AbortSignal.timeout(2_000) });
      if (answer.ok) ({ offsetMs } = await answer.json());
    } catch {
      // The simulator is stopping or starting.
    }
  };
  await ask();
  globalThis.Date = dateAhead(() => offsetMs);
  const again = () => void ask().finally(() => setTimeout(again, ASK_EVERY_MS).unref());
  again();
}

if (process.env.FOLLOW_CLOCK_OF) await followClock(process.env.FOLLOW_CLOCK_OF);
