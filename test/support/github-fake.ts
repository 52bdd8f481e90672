import type { Answer, Asking, GitHub } from '../../src/github/github.ts';
import type { Question } from '../../src/github/question.ts';

/** What a run takes that asks nothing amiss. */
const ASKING: Asking = {
  requests: 1,
  answered: 1,
  points: 1,
  budgets: { graphql: { limit: 5000, remaining: 4999 } },
};

/** A GitHub that gives each question its answer, and remembers what it was asked. */
export function fakeGithub(
  answer: (question: Question) => Answer,
  asking: Partial<Asking> = {},
): GitHub & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    ask: (questions, hear) => {
      for (const question of questions) {
        asked.push(question.key);
        hear(question, answer(question));
      }
      return Promise.resolve({ ...ASKING, ...asking });
    },
  };
}

/** A good answer to any question. */
export function goodAnswer({ kind, key }: Question): Answer {
  switch (kind) {
    case 'account':
    case 'team':
      return { state: 'fresh', fact: { id: 1, kind: kind === 'team' ? 'team' : 'user', login: key.slice(1) } };
    case 'issue':
      return { state: 'fresh', fact: { title: 'T', state: 'open' } };
    case 'repository':
      return { state: 'fresh', fact: { name: key, archived: false, branch: 'main' } };
    case 'path':
    case 'words':
    case 'workflow':
    case 'asset':
      return { state: 'fresh', fact: { commit: 'abc1234', changed: '2026-09-01' } };
    case 'channel':
      return { state: 'fresh', fact: { tag: 'stable-1.0.0', on: '2026-09-01' } };
    case 'folder':
    case 'lines':
      return { state: 'fresh', fact: { entries: ['aws', 'azure'] } };
  }
}
