import { Value } from 'typebox/value';
import { catalog, type JobName, type JobPayload, jobNames } from './catalog.ts';

export type Handler<Name extends JobName> = (payload: JobPayload<Name>) => Promise<void>;
export type Handlers = { [Name in JobName]: Handler<Name> };

/** Thrown by a handler that cannot work yet and wants to be called again soon; costs no attempt. */
export class TryAgainIn extends Error {
  readonly ms: number;
  constructor(ms: number) {
    super(`try again in ${ms} ms`);
    this.name = 'TryAgainIn';
    this.ms = ms;
  }
}

/** Merges the handlers of all capabilities. A missing or doubled one stops the boot (DESIGN rule 5). */
export function collectHandlers(...parts: Partial<Handlers>[]): Handlers {
  const merged: Partial<Handlers> = {};
  for (const part of parts) {
    for (const name of Object.keys(part) as JobName[]) {
      if (merged[name]) throw new Error(`job ${name} has two handlers`);
      Object.assign(merged, { [name]: part[name] });
    }
  }
  const missing = jobNames.filter((name) => !merged[name]);
  if (missing.length > 0) throw new Error(`jobs without a handler: ${missing.join(', ')}`);
  return merged as Handlers;
}

/** Runs the handler of a job after checking the payload again: what lies in Redis is not trusted. */
export async function runHandler(handlers: Handlers, name: JobName, payload: unknown): Promise<void> {
  if (!Value.Check(catalog[name].payload, payload)) throw new Error(`payload of ${name} does not match its schema`);
  await (handlers[name] as (payload: unknown) => Promise<void>)(payload);
}
