import type { Dataset, Entry } from '../dataset/dataset.ts';
import { formatText } from '../dataset/format-scalar.ts';
import { type AnyEntry, evidenceOf } from '../dataset/references.ts';
import { type DataPath, locate } from '../dataset/source-file.ts';
import type { Finding } from '../diagnostics/diagnostic.ts';
import type { Report } from './rule.ts';

/** A place in the data that names something on GitHub. */
export interface Mention {
  readonly entry: Entry<unknown>;
  readonly path: DataPath;
  readonly name: string;
}

/** The entries that answer for today. What is retired is kept for the record, and what was true of it may have gone with it. */
export function livingEntries({ environments, providers }: Dataset): readonly AnyEntry[] {
  return [...environments, ...providers].filter(({ value }) => value.lifecycle !== 'retired');
}

/** Every handle: of maintainers, and of those who reported something. */
export function handleMentions(dataset: Dataset): readonly Mention[] {
  return livingEntries(dataset).flatMap((entry) => {
    const maintainers = (entry.value.maintainers ?? []).map((each, index) => ({
      name: typeof each === 'string' ? each : undefined,
      path: ['maintainers', index],
    }));
    const reporters = evidenceOf(entry).map(({ evidence, path }) => ({ name: evidence.by, path: [...path, 'by'] }));
    return toMentions(entry, [...maintainers, ...reporters]);
  });
}

/** Every repository: of evidence, of providers, of watched listings and of release channels. */
export function repositoryMentions(dataset: Dataset): readonly Mention[] {
  const inEntries = livingEntries(dataset).flatMap((entry) => {
    const own = 'repository' in entry.value ? [{ name: entry.value.repository, path: ['repository'] }] : [];
    const evidence = evidenceOf(entry).map(({ evidence: { repository }, path }) => ({
      name: repository,
      path: [...path, 'repository'],
    }));
    return toMentions(entry, [...own, ...evidence]);
  });
  return [...inEntries, ...sharedMentions(dataset)];
}

/** The repositories that the project itself names: of release channels and of watched listings. */
function sharedMentions({ matrix, watch }: Dataset): readonly Mention[] {
  const named = (key: string, list: readonly { readonly repository?: string | undefined }[]) =>
    list.map(({ repository }, index) => ({ name: repository, path: [key, index, 'repository'] }));
  return [
    ...toMentions(matrix, named('channels', matrix.value.channels)),
    ...(watch === undefined ? [] : toMentions(watch, named('listings', watch.value.listings))),
  ];
}

/** Every issue and pull request: of evidence and of caveats. */
export function issueMentions(dataset: Dataset): readonly Mention[] {
  return livingEntries(dataset).flatMap((entry) =>
    toMentions(entry, [
      ...evidenceOf(entry).map(({ evidence, path }) => ({ name: evidence.issue, path: [...path, 'issue'] })),
      ...entry.value.caveats.map(({ issue }, index) => ({ name: issue, path: ['caveats', index, 'issue'] })),
    ]),
  );
}

function toMentions(
  entry: Entry<unknown>,
  places: readonly { readonly name: string | undefined; readonly path: DataPath }[],
): readonly Mention[] {
  return places.flatMap(({ name, path }) => (name === undefined ? [] : [{ entry, path, name }]));
}

/** What there is to say of a name. */
type Remark = Pick<Finding, 'reason'> & Partial<Pick<Finding, 'note' | 'actual' | 'expected'>>;

/** The repository of an issue; a repository itself, and a handle, as they are. */
export function homeOf(name: string): string {
  return name.split('#', 1)[0]!;
}

/**
 * Reports what there is to say of each name, once for each entry that mentions it: the further places in the entry are
 * related to the first. What `causeOf` says is the same for several names is reported once for all of them. Where
 * another name is expected, the fix writes it.
 */
export function reportMentions(
  mentions: readonly Mention[],
  report: Report,
  remarkOn: (name: string) => Remark | undefined,
  causeOf = (name: string): string => name,
): void {
  const told = mentions.flatMap((mention) => {
    const remark = remarkOn(mention.name);
    return remark === undefined ? [] : [{ ...mention, remark }];
  });
  const groups = Map.groupBy(told, ({ entry, name }) => `${entry.source.path} ${causeOf(name)}`);
  for (const [first, ...others] of groups.values()) {
    const { entry, path, name, remark } = first!;
    const { reason, ...more } = remark;
    const [expected] = remark.expected ?? [];
    report(entry, path, reason, {
      ...more,
      ...(expected !== undefined && { actual: name, fix: writeAs(path, expected) }),
      related: others.map((other) => ({
        reason: 'It is named here too.',
        file: entry.source.path,
        place: locate(entry.source, other.path),
      })),
    });
  }
}

/** A value as YAML, with its key unless it stands in a list. */
function writeAs(path: DataPath, value: string): string {
  const key = path.at(-1)!;
  // It may stand between braces or brackets.
  const text = formatText(value, true);
  return typeof key === 'number' ? text : `${key}: ${text}`;
}
