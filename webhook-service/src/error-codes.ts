import { AppError } from './errors.ts';

/** A short stable name of what went wrong, free of data: error messages may carry parameters of a query (DESIGN rule 8). */
export function errorCodeOf(error: unknown): string {
  if (error instanceof AppError) return error.code;
  if (!(error instanceof Error)) return 'unknown';
  // Drizzle wraps the driver's error; the code is in its cause.
  const code = codeOf(error) ?? codeOf(error.cause);
  return code ?? error.name;
}

/** True when the store could not be reached or was shutting down, false when it refused what it was given. */
export function isOutage(error: unknown): boolean {
  const code = errorCodeOf(error);
  // SQLSTATE 08 connection, 53 resources, 57 operator intervention; the rest are the drivers' own names.
  return (
    /^(?:08|53|57)...$/.test(code) ||
    /^(?:CONNECTION_|CONNECT_TIMEOUT|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|MaxRetriesPerRequestError)/.test(code)
  );
}

function codeOf(error: unknown): string | null {
  const code = (error as { code?: unknown } | undefined)?.code;
  return typeof code === 'string' ? code : null;
}
