import type { Caveat } from '../model/caveat.ts';
import type { Channel } from '../model/channel.ts';
import { compareReleases } from '../model/release.ts';

/** Whether something is so in the current release of a channel. */
export interface ChannelAnswer {
  readonly channel: Channel;
  readonly release: string;
  readonly holds: boolean;
}

/** In which channels the current release is at least as new as `since`. */
export function channelsSince(channels: readonly Channel[], since: string): readonly ChannelAnswer[] {
  return answer(channels, (release) => compareReleases(release, since) >= 0);
}

/** In which channels the current release has a caveat. */
export function channelsAffected(
  channels: readonly Channel[],
  affects: NonNullable<Caveat['affects']>,
): readonly ChannelAnswer[] {
  const { from, before } = affects;
  return answer(
    channels,
    (release) =>
      (from === undefined || compareReleases(release, from) >= 0) &&
      (before === undefined || compareReleases(release, before) < 0),
  );
}

function answer(channels: readonly Channel[], holds: (release: string) => boolean): readonly ChannelAnswer[] {
  return channels.flatMap((channel) => {
    const release = channel.current?.release;
    return release === undefined ? [] : [{ channel, release, holds: holds(release) }];
  });
}
