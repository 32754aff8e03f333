import { defineConfig } from 'vitest/config';

const MEDIUM = ['**/*.medium.test.{ts,tsx}', 'webhook-service/test/failure/**/*.test.ts'];
const BROWSER = ['**/*.e2e.test.{ts,tsx}'];
const NOT_OURS = ['**/node_modules/**', '**/dist/**', '**/.data/**', '**/.cache/**', '**/www/**'];
const PHONE = ['miniapp/**/*.test.{ts,tsx}'];
const SERVERS = 'scripts/testing/global-setup.ts';

/** Four kinds of test; only medium and browser tests start the throw-away PostgreSQL and Redis. */
export default defineConfig({
  test: {
    reporters: ['default'],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...NOT_OURS, ...MEDIUM, ...BROWSER, ...PHONE],
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        // The Mini App's logic and pages, at the address under which the real SDK believes to be in Zalo.
        resolve: { dedupe: ['react', 'react-dom', 'react-router-dom'] },
        define: { __API_URL__: '"https://api.test"', __BUILD__: '"test"' },
        oxc: { jsx: { runtime: 'automatic' } },
        test: {
          name: 'phone',
          include: PHONE,
          exclude: [...NOT_OURS, ...BROWSER],
          environment: 'happy-dom',
          environmentOptions: { happyDOM: { url: 'https://h5.zdn.vn/zapps/3350917264850192736/' } },
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'medium',
          include: MEDIUM,
          exclude: NOT_OURS,
          globalSetup: SERVERS,
          maxWorkers: 2,
          // Generous, because it is only spent when something is wrong or the machine is busy with other things.
          testTimeout: 60_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'browser',
          include: BROWSER,
          exclude: NOT_OURS,
          globalSetup: SERVERS,
          // Chromium, a service and a simulator at once: one after another, or the waits inside run out on two cores.
          maxWorkers: 1,
          testTimeout: 90_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
