import { expect } from 'vitest';
import type { ApiAnswer } from '../testing/kit.ts';

/** A refusal as §0.3 writes it: HTTP 200, a number, no data. Without a number it is a † row: any but 0 will do. */
export async function expectRefused(call: Promise<ApiAnswer>, error?: number, message?: string): Promise<void> {
  const answer = await call;
  expect(answer.status).toBe(200);
  expect(answer.body).not.toHaveProperty('data');
  if (error === undefined) expect(Number(answer.error)).not.toBe(0);
  else expect(answer.error).toBe(error);
  if (message !== undefined) expect(answer.body.message).toBe(message);
}
