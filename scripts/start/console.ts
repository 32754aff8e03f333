import { ServerError } from '../servers/server-error.ts';

/** `1234` → `1,2 s` */
export function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1).replace('.', ',')} s`;
}

export function say(line: string): void {
  console.log(line);
}

export function warn(line: string): void {
  console.error(`⚠ ${line}`);
}

/** Runs one step of the start and prints its result with the time it took. `work` answers what it has to show for it. */
export async function step<T>(work: () => Promise<T>, describe: (result: T) => string): Promise<T> {
  const begun = Date.now();
  const result = await work();
  say(`▸ ${describe(result)} (${seconds(Date.now() - begun)})`);
  return result;
}

/** What went wrong, for a person: our own errors are complete sentences, others keep their stack. */
export function explain(error: unknown): string {
  if (error instanceof ServerError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
