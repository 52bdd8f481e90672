import { newerRelease } from '../dataset/upstream.ts';
import { answered } from './answered.ts';
import type { Rule } from './rule.ts';

/** The current release of a channel is its newest. */
export const channelRelease: Rule = {
  id: 'channel-release',
  severity: 'warning',
  isDrift: true,
  summary: 'The current release of a channel is its newest.',
  why: 'From the current release pages tell in which channels an image is there and which are affected by a caveat. Write the release, its day and what is in it.',
  wrong: {
    path: 'matrix.yaml',
    yaml: `channels:
  - id: stable
    label: Stable
    promise: The default.
    cadence: { planned: Every 14 days. }
    current: { release: ⟪4593.2.5⟫, on: 2026-08-13 }
    repository: acme/linux
    tag: stable-*
    source: https://acme.example.org/releases
    seen: 2026-08-13`,
    beside: [
      answered('channels', 'stable', {
        state: 'fresh',
        fetched: '2026-11-20',
        answer: { tag: 'stable-4593.2.6', on: '2026-11-18' },
      }),
    ],
  },
  right: {
    path: 'matrix.yaml',
    yaml: `channels:
  - id: stable
    label: Stable
    promise: The default.
    cadence: { planned: Every 14 days. }
    current: { release: 4593.2.6, on: 2026-11-18 }
    repository: acme/linux
    tag: stable-*
    source: https://acme.example.org/releases
    seen: 2026-11-20`,
    beside: [
      answered('channels', 'stable', {
        state: 'fresh',
        fetched: '2026-11-20',
        answer: { tag: 'stable-4593.2.6', on: '2026-11-18' },
      }),
    ],
  },
  check({ matrix, snapshot }, report) {
    matrix.value.channels.forEach((channel, index) => {
      const newer = newerRelease(channel, snapshot);
      if (newer === undefined) return;
      const { release, on } = newer;
      report(matrix, ['channels', index, 'current', 'release'], `${channel.label} is at \`${release}\` since ${on}.`, {
        actual: channel.current?.release,
        expected: [release],
        fix: `release: ${release}`,
        note: `With it goes \`on: ${on}\`.`,
      });
    });
  },
};
