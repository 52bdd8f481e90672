import { compareReleases } from '../model/release.ts';

/** A release tag and the day it was made. */
export interface DatedTag {
  readonly tag: string;
  readonly on: string;
}

/**
 * The newest of the tags that begin alike: the one of the highest version, because an older line may be released
 * later. Tags of previews and nightly builds, whose versions go on after their numbers, do not count.
 */
export function newestTag(tags: readonly DatedTag[], prefix: string): DatedTag | undefined {
  const releases = tags.filter(
    ({ tag }) => tag.startsWith(prefix) && /^v?\d+(?:\.\d+)*$/.test(tag.slice(prefix.length)),
  );
  const version = ({ tag }: DatedTag): string => tag.slice(prefix.length);
  return releases.reduce<DatedTag | undefined>(
    (newest, each) => (newest === undefined || compareReleases(version(each), version(newest)) > 0 ? each : newest),
    undefined,
  );
}
