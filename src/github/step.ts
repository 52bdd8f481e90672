import type { Query, Variables } from './queries.ts';
import type { AccountQuestion, Question, WorkflowQuestion } from './question.ts';

/** One field of a GraphQL query, asked on the way to the answer to a question. */
export interface QueryStep {
  readonly question: Question;
  readonly query: Query;
  readonly variables: Variables;
}

/** What only the REST interface can tell: who has a number by now, and how a workflow ran. */
export type RestStep =
  | { readonly question: AccountQuestion; readonly rest: 'account'; readonly id: number }
  | {
      readonly question: WorkflowQuestion;
      readonly rest: 'runs';
      /** The name of today. */
      readonly repository: string;
      readonly branch: string;
    };

/** A step on the way to an answer; most questions take one. */
export type Step = QueryStep | RestStep;

/** The largest number of GraphQL. GitHub would refuse a request with a larger one, and no issue has this one either. */
const MAX_INT = 2 ** 31 - 1;

/** The first step towards the answer to a question, or the step to its next page. */
export function stepOf(question: Question): QueryStep {
  return { question, query: question.kind, variables: variablesOf(question) };
}

function variablesOf(question: Question): Variables {
  switch (question.kind) {
    case 'account':
      return { login: question.login };
    case 'team':
      return { organization: question.organization, slug: question.slug };
    case 'issue':
      return { ...repositoryOf(question), number: Math.min(question.number, MAX_INT) };
    case 'repository':
      return repositoryOf(question);
    case 'path':
    case 'words':
    case 'folder':
    case 'lines':
      return { ...repositoryOf(question), expression: onBranch(question.path), path: question.path };
    case 'workflow':
      return { ...repositoryOf(question), expression: onBranch(`.github/workflows/${question.workflow}`) };
    case 'asset':
      return { ...repositoryOf(question), after: question.after ?? null };
    case 'channel':
      return { ...repositoryOf(question), prefix: question.prefix || null, after: question.after ?? null };
  }
}

function repositoryOf({ repository }: { readonly repository: string }): {
  readonly owner: string;
  readonly name: string;
} {
  const [owner = '', name = ''] = repository.split('/');
  return { owner, name };
}

/** A path on the default branch, in git’s words. */
function onBranch(path: string): string {
  return `HEAD:${path}`;
}
