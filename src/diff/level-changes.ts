import type { Level } from '../model/level.ts';
import type { ChangeOf, EntrySubject, Step } from './change.ts';
import type { Edit } from './edit.ts';

type LevelChange = ChangeOf<'raised' | 'lowered' | 'reverted'>;

/** A claim that changed: of the whole, or of one architecture. */
interface Claim {
  readonly step: Step<string>;
  readonly architecture: string | undefined;
  readonly edit: Edit;
}

/**
 * What the edits of `level`, `architectures` and `history` mean. The whole and the architectures that changed like it
 * are one change, which the history explains.
 */
export function levelChanges(
  subject: EntrySubject,
  edits: readonly Edit[],
  levels: readonly Level[],
): readonly LevelChange[] {
  const claims = edits.flatMap((edit) => claimOf(edit, subject));
  const history = edits.filter(({ path }) => path[0] === 'history');
  const rank = (id: string | undefined): number => {
    const index = levels.findIndex((level) => level.id === id);
    return index < 0 ? levels.length : index;
  };
  const isReverted = history.length > 0 && history.every(({ to }) => to === undefined);
  const groups = [...Map.groupBy(claims, ({ step }) => JSON.stringify([step.before, step.after])).values()];
  return groups.map((group): LevelChange => {
    const { step } = group[0]!;
    const isWhole = group.some(({ architecture }) => architecture === undefined);
    const architectures = group.flatMap(({ architecture }) => architecture ?? []).sort();
    const own = group.map(({ edit }) => edit);
    const direction = rank(step.after) < rank(step.before) ? 'raised' : 'lowered';
    return {
      kind: isWhole && isReverted ? 'reverted' : direction,
      subject,
      level: step,
      isWhole,
      architectures,
      edits: isWhole ? [...own, ...history] : own,
    };
  });
}

function claimOf(edit: Edit, { before, after }: EntrySubject): readonly Claim[] {
  const [key, architecture] = edit.path;
  const step = { before: edit.before as string | undefined, after: edit.after as string | undefined };
  if (key === 'level') return [{ step, architecture: undefined, edit }];
  // Where no architecture was named, the claim was about the whole, and naming them is more precise, not more.
  const isDetail = [before, after].some((entry) => !namesArchitectures(entry));
  return key !== 'architectures' || isDetail ? [] : [{ step, architecture: String(architecture), edit }];
}

function namesArchitectures(entry: EntrySubject['before']): boolean {
  return entry !== undefined && 'architectures' in entry.value && Object.keys(entry.value.architectures).length > 0;
}
