import type { ServerResponse } from 'node:http';
import type { SimPush, SimState } from '../control-api.ts';

/** Server-sent events for the page. State pushes are gathered, because one act changes the state several times. */
export interface PushStream {
  open(response: ServerResponse): void;
  push(push: SimPush): void;
  stateChanged(): void;
  close(): void;
}

const GATHER_MS = 40;
const KEEP_ALIVE_MS = 15_000;

export function createPushStream(state: () => SimState): PushStream {
  const listeners = new Set<ServerResponse>();
  let gathering: NodeJS.Timeout | undefined;
  const keepAlive = setInterval(() => write(': \n\n'), KEEP_ALIVE_MS);
  keepAlive.unref();

  function write(text: string): void {
    for (const listener of listeners) listener.write(text);
  }

  function push(message: SimPush): void {
    if (listeners.size > 0) write(`data: ${JSON.stringify(message)}\n\n`);
  }

  return {
    push,
    open(response) {
      response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
      response.write(`data: ${JSON.stringify({ type: 'state', state: state() } satisfies SimPush)}\n\n`);
      listeners.add(response);
      response.on('close', () => listeners.delete(response));
    },
    stateChanged() {
      if (listeners.size === 0 || gathering) return;
      gathering = setTimeout(() => {
        gathering = undefined;
        push({ type: 'state', state: state() });
      }, GATHER_MS);
    },
    close() {
      clearInterval(keepAlive);
      clearTimeout(gathering);
      for (const listener of listeners) listener.end();
      listeners.clear();
    },
  };
}
