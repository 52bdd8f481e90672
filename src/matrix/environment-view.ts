import { assess, type Assessment, newestEvidence } from '../dataset/assess.ts';
import type { Dataset, EnvironmentEntry } from '../dataset/dataset.ts';
import { standingOf } from '../dataset/standing.ts';
import { issueEnd } from '../dataset/upstream.ts';
import type { Caveat } from '../model/caveat.ts';
import type { Evidence } from '../model/evidence.ts';
import { COLUMNS, type Column, type ColumnAnswer, type Level } from '../model/level.ts';
import { type ChannelAnswer, channelsAffected, channelsSince } from './channels.ts';
import { answerOf } from './mark.ts';
import { type LevelView, levelView } from './matrix-view.ts';
import { type Link, placeOf } from './place.ts';
import { type StandingView, standingView } from './standing-view.ts';

/** A piece of evidence with where to look and where it is true. */
export interface EvidenceView {
  readonly evidence: Evidence;
  readonly place: Link;
  /** The channels that carry it today, where it says since when. */
  readonly channels: readonly ChannelAnswer[];
  readonly standing: StandingView;
}

/** A caveat with the channels that have it today, where it says which releases do. */
export interface CaveatView {
  readonly caveat: Caveat;
  readonly channels: readonly ChannelAnswer[];
  /** How the issue that tracks it ended, as in “closed on 2026-11-03”; undefined while it is open. */
  readonly ended: string | undefined;
}

/** One architecture: what is claimed, what the evidence supports, and what the next level would take. */
interface ArchitectureDetail {
  readonly id: string;
  readonly label: string;
  readonly assessment: Assessment;
}

/** Everything that the page of an environment shows. */
export interface EnvironmentView {
  readonly entry: EnvironmentEntry;
  readonly category: { readonly id: string; readonly label: string };
  readonly level: Level;
  readonly assessment: Assessment;
  readonly columns: readonly { readonly column: Column; readonly answer: ColumnAnswer }[];
  readonly architectures: readonly ArchitectureDetail[];
  readonly evidence: readonly EvidenceView[];
  readonly caveats: readonly CaveatView[];
  readonly seen: string | undefined;
  readonly history: readonly {
    readonly on: string;
    readonly level: LevelView;
    readonly reason: string;
    readonly source: string | undefined;
  }[];
  readonly replacement: { readonly id: string; readonly name: string } | undefined;
}

/** A piece of evidence as pages show it. */
export function evidenceView(evidence: Evidence, dataset: Dataset): EvidenceView {
  const { channels } = dataset.matrix.value;
  return {
    evidence,
    place: placeOf(evidence),
    channels: evidence.since === undefined || evidence.kind !== 'image' ? [] : channelsSince(channels, evidence.since),
    standing: standingView(standingOf(evidence, dataset.snapshot)),
  };
}

/** A caveat as pages show it. */
export function caveatView(caveat: Caveat, dataset: Dataset): CaveatView {
  return {
    caveat,
    channels: caveat.affects === undefined ? [] : channelsAffected(dataset.matrix.value.channels, caveat.affects),
    ended: issueEnd(dataset.snapshot?.issues[caveat.issue ?? '']),
  };
}

/** Builds what the page of an environment shows. */
export function buildEnvironment(entry: EnvironmentEntry, dataset: Dataset): EnvironmentView {
  const { levels, categories, architectures } = dataset.matrix.value;
  const { value } = entry;
  const assessment = assess(value, dataset);
  const { id, label } = categories.find((each) => each.id === entry.category)!;
  const replacement =
    value.replacedBy === undefined ? undefined : dataset.environments.find((each) => each.id === value.replacedBy);
  return {
    entry,
    category: { id, label },
    level: assessment.worth,
    assessment,
    columns: COLUMNS.map((column) => ({ column, answer: answerOf(assessment.worth, column, value.caveats.length) })),
    architectures: architectures.flatMap((each) =>
      value.architectures[each.id] === undefined ? [] : [{ ...each, assessment: assess(value, dataset, each.id) }],
    ),
    evidence: value.evidence.map((evidence) => evidenceView(evidence, dataset)),
    caveats: value.caveats.map((caveat) => caveatView(caveat, dataset)),
    seen: newestEvidence(value, dataset),
    history: value.history.map((step) => ({
      on: step.on,
      level: levelView(levels.find((each) => each.id === step.level)!),
      reason: step.reason,
      source: step.source,
    })),
    replacement: replacement && { id: replacement.id, name: replacement.value.name },
  };
}
