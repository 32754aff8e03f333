import { defineConfig } from 'vitest/config';

/** The unit tests of what the project exists for, for the mutation run: everything else would only make it slow. */
export default defineConfig({
  test: {
    include: [
      'webhook-service/src/reports/lifecycle/**/*.test.ts',
      'webhook-service/src/reports/perform/**/*.test.ts',
      'webhook-service/src/reports/gate/**/*.test.ts',
      'webhook-service/src/deadlines/**/*.test.ts',
      'webhook-service/src/routing/rules/**/*.test.ts',
      'webhook-service/src/routing/agency-rules.test.ts',
    ],
    exclude: ['**/*.medium.test.ts', '**/node_modules/**'],
    // Instrumented code is several times slower.
    testTimeout: 60_000,
  },
});
