import { explain } from '../../start/console.ts';

/** Told what to undo as soon as there is something: a Ctrl-C may come while it starts. */
export type OnEnd = (step: () => Promise<void>) => void;

/**
 * Runs a measurement that starts servers and processes: whatever it starts is stopped in the opposite order, also after a
 * fault or a signal. False from `main` is exit 1.
 */
export async function run(main: (onEnd: OnEnd) => Promise<unknown>): Promise<void> {
  const undo: (() => Promise<void>)[] = [];
  let cleaning: Promise<void> | null = null;
  // A second call waits for the first.
  const cleanUp = (): Promise<void> => {
    cleaning ??= (async () => {
      for (const step of undo.reverse()) await step().catch((error: unknown) => console.error(`⚠ ${explain(error)}`));
    })();
    return cleaning;
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => void cleanUp().finally(() => process.exit(130)));
  }
  try {
    if ((await main((step) => undo.push(step))) === false) process.exitCode = 1;
  } catch (error) {
    // What fails while everything is being stopped only notices that it is.
    if (cleaning === null) console.error(`✗ ${explain(error)}`);
    process.exitCode = 1;
  } finally {
    await cleanUp();
  }
}
