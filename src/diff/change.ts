import type { AnyEntry } from '../dataset/references.ts';
import type { Caveat } from '../model/caveat.ts';
import type { ChangeKind } from '../model/change-kind.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Maintainer } from '../model/maintainer.ts';
import type { StageState } from '../model/provider.ts';
import type { Edit } from './edit.ts';

/** An entry that changed, as it was and as it is. */
export interface EntrySubject {
  readonly kind: 'environment' | 'provider';
  readonly before: AnyEntry | undefined;
  readonly after: AnyEntry | undefined;
}

/** What a change is about: an entry, or one of the files that there is one of. */
export type Subject = EntrySubject | { readonly kind: 'matrix' | 'watch' | 'snapshot' };

/** A value before and after; `undefined` where it is not there. */
export interface Step<Value> {
  readonly before: Value | undefined;
  readonly after: Value | undefined;
}

/** What each kind of change says besides its subject. */
interface Details {
  readonly added: object;
  readonly removed: object;
  /** The file is there, but what it says cannot be read any more. */
  readonly unreadable: object;
  readonly readable: object;
  /** Ids; `redirects` tells whether the address before leads to the one after. */
  readonly renamed: { readonly id: Step<string>; readonly redirects: boolean };
  /** Categories. */
  readonly moved: { readonly category: Step<string> };
  readonly retired: object;
  readonly deprecated: object;
  /** It is active again. */
  readonly revived: object;
  readonly adopted: { readonly maintainer: Maintainer };
  readonly 'maintainer-left': { readonly maintainer: Maintainer };
  readonly raised: LevelStep;
  readonly lowered: LevelStep;
  /** A level change was taken back, with its line of the history. */
  readonly reverted: LevelStep;
  /** What the evidence supports, while the claim stays. */
  readonly 'support-raised': { readonly supported: Step<string> };
  readonly 'support-lowered': { readonly supported: Step<string> };
  readonly 'stage-advanced': StageStep;
  readonly 'stage-withdrawn': StageStep;
  readonly 'stage-changed': StageStep;
  readonly 'evidence-added': EvidenceStep;
  readonly 'evidence-removed': EvidenceStep;
  readonly 'evidence-changed': EvidenceStep;
  readonly 'caveat-added': { readonly caveat: Step<Caveat> };
  readonly 'caveat-resolved': { readonly caveat: Step<Caveat> };
  readonly 'caveat-changed': { readonly caveat: Step<Caveat> };
  readonly 'fields-changed': { readonly fields: readonly string[] };
  /** Comments, order of keys or style: nothing that readers see. */
  readonly reformatted: object;
}

/** The claim before and after: of the whole entry, of some architectures, or of both where they changed alike. */
interface LevelStep {
  readonly level: Step<string>;
  readonly isWhole: boolean;
  readonly architectures: readonly string[];
}

interface StageStep {
  readonly stage: string;
  readonly state: Step<StageState>;
}

interface EvidenceStep {
  readonly evidence: Step<Evidence>;
  /** The stage of a provider that it backs. */
  readonly stage?: string | undefined;
}

interface Common<Kind> {
  readonly kind: Kind;
  readonly subject: Subject;
  /** What was edited; all edits of all changes together are the whole difference. */
  readonly edits: readonly Edit[];
}

/** One difference between two datasets, of a kind. */
export type ChangeOf<Kind extends ChangeKind> = { [Each in Kind]: Common<Each> & Details[Each] }[Kind];

/** One difference between two datasets. */
export type Change = ChangeOf<ChangeKind>;
