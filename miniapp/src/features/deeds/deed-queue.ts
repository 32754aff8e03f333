/**
 * What a person does to a report, on its way to the service. It is on the phone before it is sent and leaves it when the
 * service has answered, under one key: an answer that was lost, a crash or a second page never makes it two.
 */
import { ApiProblem } from '../../api/problem.ts';
import { type Deed, goesByItself, type KeptDeed, type Standing } from './deed.ts';
import type { DeedStore } from './deed-store.ts';

export interface DeedQueueDeps {
  store: DeedStore;
  /** @throws ApiProblem, ZaloError */
  send: (deed: KeptDeed) => Promise<Standing | null>;
  newKey: () => string;
  now: () => number;
}

export interface DeedQueue {
  /** Not done yet, oldest first; the same list until something changes. */
  kept(): readonly KeptDeed[];
  /** Key of the one that is being sent now. */
  sending(): string | null;
  subscribe(listener: () => void): () => void;
  onDone(listener: (done: KeptDeed, standing: Standing | null) => void): () => void;
  onRefused(listener: (refused: KeptDeed) => void): () => void;
  /** Keeps the deeds of one intent, in their order, and sends them. The same deed pressed twice is one. */
  add(code: string, deeds: readonly Deed[]): Promise<void>;
  /** Reads what the phone kept (from an earlier run, from another page) and sends what waits. */
  resume(): Promise<void>;
  retry(key: string): Promise<void>;
  /** The person has read why it was refused, or no longer wants it. */
  drop(key: string): Promise<void>;
  /** Nothing of this person stays on the phone. */
  forget(): Promise<void>;
}

export function createDeedQueue({ store, send, newKey, now }: DeedQueueDeps): DeedQueue {
  let kept: readonly KeptDeed[] = [];
  let sending: string | null = null;
  let running: Promise<void> | null = null;
  /** Those the phone could not keep: what it says it has does not speak of them. */
  const onlyInMemory = new Set<string>();
  /** Done or dropped here: a list read a moment earlier may still have them. */
  const gone = new Set<string>();
  /** Being written to the phone; a second tap comes before the first is there. */
  const intents = new Set<string>();
  const changed = listeners<[]>();
  const done = listeners<[KeptDeed, Standing | null]>();
  const refused = listeners<[KeptDeed]>();

  const show = (next: readonly KeptDeed[]) => {
    kept = next;
    changed.tell();
  };
  const forgetOne = async (key: string) => {
    onlyInMemory.delete(key);
    gone.add(key);
    await store.remove(key);
    show(kept.filter((one) => one.key !== key));
  };
  const keep = async (deed: KeptDeed) => {
    // Shown only once it is on the phone: what is on the screen survives a crash.
    if (await store.put(deed)) onlyInMemory.delete(deed.key);
    else onlyInMemory.add(deed.key);
    const isNew = !kept.some(({ key }) => key === deed.key);
    show(isNew ? [...kept, deed] : kept.map((one) => (one.key === deed.key ? deed : one)));
  };

  /** @returns false when the service was not reached, so that what comes after it must wait */
  async function attempt(deed: KeptDeed): Promise<boolean> {
    sending = deed.key;
    changed.tell();
    try {
      const standing = await send(deed);
      sending = null;
      done.tell(deed, standing);
      await forgetOne(deed.key);
      return true;
    } catch (error) {
      sending = null;
      const after = afterFailure(deed, error);
      await keep(after);
      if (after.state === 'refused') refused.tell(after);
      return after.state === 'refused';
    }
  }

  async function sendAll(): Promise<void> {
    const tried = new Set<string>();
    const blocked = new Set<string>();
    for (;;) {
      const next = kept.find(({ state, key, code }) => state === 'waiting' && !tried.has(key) && !blocked.has(code));
      if (!next) {
        // In the same step as the last look, or what is added just now would wait for the next occasion.
        running = null;
        return;
      }
      tried.add(next.key);
      if (!(await attempt(next))) blocked.add(next.code);
    }
  }

  async function addOne(code: string, deed: Deed): Promise<void> {
    const intent = `${code} ${deed.type}`;
    const same = kept.filter((one) => one.code === code && one.deed.type === deed.type);
    if (intents.has(intent) || same.some(({ state }) => state === 'waiting')) return;
    intents.add(intent);
    try {
      for (const { key } of same) await forgetOne(key);
      await keep({ key: newKey(), code, deed, madeAt: now(), state: 'waiting', problem: null });
    } finally {
      intents.delete(intent);
    }
  }

  const run = (): Promise<void> => {
    // In a step of its own: with nothing to send it would end before it is noted as begun.
    running ??= Promise.resolve().then(sendAll);
    return running;
  };

  return {
    kept: () => kept,
    sending: () => sending,
    subscribe: changed.add,
    onDone: done.add,
    onRefused: refused.add,
    add: async (code, deeds) => {
      for (const deed of deeds) await addOne(code, deed);
      await run();
    },
    resume: async () => {
      const before = kept;
      const found = await store.all();
      const newer = kept.filter((one) => onlyInMemory.has(one.key) || one.key === sending || !before.includes(one));
      const older = found.filter(({ key }) => !gone.has(key) && !newer.some((one) => one.key === key));
      const all = [
        ...older.map((one) => (before.some(({ key }) => key === one.key) ? one : fromEarlier(one))),
        ...newer,
      ];
      show(all.sort((a, b) => a.madeAt - b.madeAt));
      await run();
    },
    retry: async (key) => {
      const deed = kept.find((one) => one.key === key);
      if (!deed) return;
      await keep({ ...deed, state: 'waiting', problem: null });
      await run();
    },
    drop: forgetOne,
    forget: async () => {
      onlyInMemory.clear();
      await store.clear();
      show([]);
    },
  };
}

/** The app was closed while it was on its way. What does not go by itself is not repeated without the person. */
function fromEarlier(deed: KeptDeed): KeptDeed {
  return deed.state === 'waiting' && !goesByItself(deed.deed) ? { ...deed, state: 'failed' } : deed;
}

function afterFailure(deed: KeptDeed, error: unknown): KeptDeed {
  const problem =
    error instanceof ApiProblem ? { status: error.status, code: error.code, detail: error.message } : deed.problem;
  if (error instanceof ApiProblem && !isPassing(error)) return { ...deed, problem, state: 'refused' };
  return { ...deed, problem, state: goesByItself(deed.deed) ? 'waiting' : 'failed' };
}

/** Nothing was decided: not reached, not signed in yet, or the first try of the same deed has not ended. */
function isPassing(problem: ApiProblem): boolean {
  return problem.isPassing || problem.status === 401 || problem.code === 'idempotency_in_progress';
}

function listeners<Told extends unknown[]>() {
  const all = new Set<(...told: Told) => void>();
  return {
    add: (listener: (...told: Told) => void) => {
      all.add(listener);
      return () => void all.delete(listener);
    },
    tell: (...told: Told) => {
      for (const listener of all) listener(...told);
    },
  };
}
