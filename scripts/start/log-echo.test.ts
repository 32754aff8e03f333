import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { followLog, warningIn } from './log-echo.ts';

test('of structured lines only warnings and errors are shown, with their cause', () => {
  expect(warningIn('{"level":30,"msg":"server ready"}')).toBeNull();
  expect(warningIn('{"level":40,"msg":"redis was empty"}')).toBe('redis was empty');
  expect(warningIn('{"level":50,"msg":"send failed","err":{"message":"ECONNRESET"}}')).toBe('send failed — ECONNRESET');
});

test('of plain lines only those that look like trouble are shown', () => {
  expect(warningIn('listening')).toBeNull();
  expect(warningIn('Error: no such file')).toBe('Error: no such file');
});

test('a line that is still being written is shown once, when it is complete', () => {
  const folder = mkdtempSync(join(tmpdir(), 'phan-anh-log-'));
  try {
    const file = join(folder, 'a.log');
    writeFileSync(file, 'of an earlier run\n');
    const read = followLog(file, 'of an earlier run\n'.length);
    appendFileSync(file, 'first\nsec');
    expect(read()).toEqual(['first']);
    appendFileSync(file, 'ond\n');
    expect(read()).toEqual(['second']);
    expect(read()).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
