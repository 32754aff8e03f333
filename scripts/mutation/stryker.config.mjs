import { mutate } from './areas.mjs';

/** Faults put in on purpose; below 85 % found the run fails. */
export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'scripts/mutation/vitest.config.mjs', related: false },
  // TypeScript 7 has no API to read a tsconfig with, and none is needed: vitest strips the types.
  tsconfigFile: 'none.json',
  mutate,
  coverageAnalysis: 'perTest',
  ignoreStatic: true,
  concurrency: 2,
  tempDirName: '.cache/mutation',
  reporters: ['clear-text', 'progress-append-only'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  thresholds: { high: 95, low: 85, break: 85 },
  disableTypeChecks: false,
  ignorePatterns: ['.data', 'dist', '.cache', 'docs', 'scripts/zalo-simulator/page/dist'],
};
