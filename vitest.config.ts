import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Whole files run side by side; a file that starts processes or browsers brings its own limits.
    testTimeout: 20_000,
    // What is waited for comes at once, or, where the machine is busy, late: a second would tell of the machine.
    expect: { poll: { timeout: 10_000 } },
    // One fewer is what it takes by itself, which is half of a machine with two.
    maxWorkers: '100%',
    projects: [
      { extends: true, test: { name: 'core', include: ['test/**/*.test.ts'], exclude: ['test/site/**'] } },
      {
        extends: true,
        test: {
          name: 'site',
          include: ['test/site/**/*.test.ts'],
          globalSetup: 'test/support/site-setup.ts',
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
