import type { Clock } from './clock.ts';
import type { WireEntry } from './control-api.ts';
import { redact } from './redact.ts';
import type { EventFamily } from './webhook/deliveries.ts';

const KEPT_ENTRIES = 2000;
const MAX_TEXT = 4000;

/** The bytes of a delivery, kept so that one entry can be sent once more. */
export interface SentEvent {
  eventName: string;
  raw: string;
  citizenId?: string;
  /** Absent: the OA's. */
  family?: EventFamily;
  numRetry: number;
}

export interface WireLog {
  add(entry: Omit<WireEntry, 'seq' | 'at'>, sent?: SentEvent): WireEntry;
  after(seq: number): WireEntry[];
  sent(seq: number): SentEvent | undefined;
  clear(): void;
}

export function createWireLog(clock: Clock, secrets: string[], onEntry: (entry: WireEntry) => void): WireLog {
  let seq = 0;
  let entries: WireEntry[] = [];
  const sentEvents = new Map<number, SentEvent>();

  function shorten(text: string): string {
    const clean = redact(text, secrets);
    return clean.length > MAX_TEXT ? `${clean.slice(0, MAX_TEXT - 1)}…` : clean;
  }

  return {
    add(fields, sent) {
      seq += 1;
      const entry: WireEntry = { seq, at: clock.now(), ...fields, title: redact(fields.title, secrets) };
      if (entry.request !== undefined) entry.request = shorten(entry.request);
      if (entry.response !== undefined) entry.response = shorten(entry.response);
      entries.push(entry);
      if (sent) sentEvents.set(seq, sent);
      if (entries.length > KEPT_ENTRIES + 200) {
        for (const old of entries.slice(0, -KEPT_ENTRIES)) sentEvents.delete(old.seq);
        entries = entries.slice(-KEPT_ENTRIES);
      }
      onEntry(entry);
      return entry;
    },
    after: (from) => entries.filter((entry) => entry.seq > from),
    sent: (number) => sentEvents.get(number),
    clear() {
      entries = [];
      sentEvents.clear();
    },
  };
}
