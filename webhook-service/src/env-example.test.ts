import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readConfig } from './config.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const lines = readFileSync(`${root}.env.example`, 'utf8').split('\n');
const ENTRY = /^#([A-Z][A-Z0-9_]*)=(.*)$/;
const entries = lines.flatMap((line, index) => {
  const [, name = '', value = ''] = ENTRY.exec(line) ?? [];
  return name ? [{ name, value, sentence: lines[index - 1] ?? '' }] : [];
});

test('.env.example names every variable the service and `npm start` read, each once, and no other', () => {
  expect(entries.map(({ name }) => name).sort()).toEqual([...variablesInCode()].sort());
});

test('every variable in .env.example is preceded by a sentence that ends', () => {
  const bare = entries.filter(({ sentence }) => !/^# .{15,}\.$/.test(sentence));
  expect(bare.map(({ name }) => name)).toEqual([]);
});

test('what .env.example shows as default is the default', () => {
  const required = {
    DATABASE_URL: 'postgres://127.0.0.1/db',
    REDIS_URL: 'redis://127.0.0.1',
    ZALO_APP_ID: '1',
    ZALO_APP_SECRET: 'app-secret',
    ZALO_OA_ID: '2',
    ZALO_OA_SECRET: 'oa-secret',
    DATA_KEY: Buffer.alloc(32).toString('base64'),
  };
  const shown = Object.fromEntries(entries.map(({ name, value }) => [name, value]));
  expect(readConfig({ ...shown, ...required })).toEqual(readConfig(required));
});

/** Read by name in the sources: `read.text('X', …)`, `env.X`, `process.env.X`, and the ports `npm start` asks for. */
function variablesInCode(): Set<string> {
  const sources = ['webhook-service/src/config.ts', ...startScripts()].map((file) => readFileSync(root + file, 'utf8'));
  const patterns = [
    /\bread\.\w+\('([A-Z][A-Z0-9_]*)'/g,
    /\benv\.([A-Z][A-Z0-9_]*)/g,
    /\bvariable: '([A-Z][A-Z0-9_]*)'/g,
  ];
  return new Set(sources.flatMap((text) => patterns.flatMap((pattern) => [...text.matchAll(pattern)].map(nameOf))));
}

const nameOf = (match: RegExpExecArray): string => match[1] ?? '';

function startScripts(): string[] {
  const names = readdirSync(`${root}scripts/start`).filter(
    (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
  );
  return names.map((name) => `scripts/start/${name}`);
}
