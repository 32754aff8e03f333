/** A fault the person at the console can act on: its message is the whole story, no stack is shown. */
export class ServerError extends Error {
  override name = 'ServerError';
}

/** A database or Redis server started (or found running) on this machine. */
export interface LocalServer {
  url: string;
  port: number;
  pid: number;
  version: string;
  /** True when it had been left running by an earlier process that was killed. */
  adopted: boolean;
  logFile: string;
  isRunning(): boolean;
  /** Orderly shutdown; resolves when the process is gone. */
  stop(): Promise<void>;
  /** `kill -9`, for failure tests. */
  kill(): Promise<void>;
}
