import { errorCodeOf } from './error-codes.ts';

/** Structured logs without personal data: errors are reduced to type and code, requests are not serialised at all (rule 8). */
export function logOptions(level: string) {
  return {
    level,
    base: null,
    serializers: {
      err: (error: Error) => ({ type: error.name, message: errorCodeOf(error), stack: '' }),
      req: () => ({}),
      res: () => ({}),
    },
  };
}
