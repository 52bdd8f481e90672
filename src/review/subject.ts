import type { Subject } from '../diff/change.ts';
import type { ReviewSubject } from '../model/review.ts';

const FILES: Readonly<Record<string, string>> = {
  matrix: 'The project',
  watch: 'The watch list',
  snapshot: 'The snapshot',
};

/** What a review calls what a change is about. */
export function describeSubject(subject: Subject): ReviewSubject {
  if (!('before' in subject)) return { kind: subject.kind, name: FILES[subject.kind]! };
  const { id, value, source } = (subject.after ?? subject.before)!;
  return { kind: subject.kind, id, name: value.name, file: source.path };
}
