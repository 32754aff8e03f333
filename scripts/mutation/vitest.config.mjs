import { defineConfig } from 'vitest/config';
import { tests } from './areas.mjs';

/** The unit tests of the areas under test: everything else would only make the run slow. */
export default defineConfig({
  test: {
    include: tests,
    exclude: ['**/*.medium.test.ts', '**/node_modules/**'],
    // Instrumented code is several times slower.
    testTimeout: 60_000,
  },
});
