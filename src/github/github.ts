import type { SnapshotValue } from '../model/snapshot.ts';
import type { Question } from './question.ts';

/** What GitHub says of something that is there: one of the snapshot’s answers. */
export type Fact = NonNullable<SnapshotValue['answer']>;

/** What became of a question: something is there, under its name or another, or there is a reason why nobody knows. */
export type Answer =
  | { readonly state: 'fresh' | 'renamed' | 'archived'; readonly fact: Fact }
  | { readonly state: 'gone' | 'forbidden' | 'limited' | 'stale'; readonly reason: string };

/** What is left of the requests, or points, that GitHub allows in an hour. */
export interface Budget {
  readonly limit: number;
  readonly remaining: number;
}

/** How the asking went. */
export interface Asking {
  /** How many requests were sent, each attempt counted. */
  readonly requests: number;
  /** How many of them brought an answer that could be read. */
  readonly answered: number;
  /** What the queries cost, in GitHub’s points. */
  readonly points: number;
  /** By the name that GitHub gives it, such as `graphql` and `core`. */
  readonly budgets: Readonly<Record<string, Budget>>;
  /** Why GitHub takes no question from us at all, as a sentence: then nothing was answered. */
  readonly refusal?: string | undefined;
}

/** Hears the answer to a question; each is answered once. */
export type Hear = (question: Question, answer: Answer) => void;

/** GitHub as this program sees it. */
export interface GitHub {
  /**
   * Asks everything, in as few requests as it takes, and tells each answer as it comes. What GitHub does wrong becomes
   * an answer too: this never throws for it.
   */
  readonly ask: (questions: readonly Question[], hear: Hear) => Promise<Asking>;
}
