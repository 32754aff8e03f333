import { readFileSync } from 'node:fs';
import { asArray, isObject, type JsonObject } from '../values.ts';

/** The documented sample bodies; the repository keeps one copy of them. */
const SAMPLES = new URL('../../../webhook-service/test/fixtures/zalo-events/', import.meta.url);

export function documentedSample(name: string): JsonObject {
  const parsed: unknown = JSON.parse(readFileSync(new URL(`${name}.json`, SAMPLES), 'utf8'));
  return isObject(parsed) ? parsed : {};
}

/** The same value with every leaf replaced by its type: what has to agree between a sample and a simulated event. */
export function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return asArray(value).slice(0, 1).map(shapeOf);
  if (!isObject(value)) return typeof value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shapeOf(inner)]));
}
