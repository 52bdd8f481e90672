/** A file of the data folder as the page has it. */
export interface SentFile {
  readonly path: string;
  readonly content: string;
}

/** What the page asks of the validator that runs beside it. */
export type DraftRequest =
  | { readonly kind: 'start'; readonly files: readonly SentFile[]; readonly root: string }
  | {
      readonly kind: 'check';
      readonly number: number;
      readonly path: string;
      readonly text: string;
      readonly today: string;
    }
  | {
      readonly kind: 'write';
      readonly number: number;
      readonly entry: DraftKind;
      readonly values: DraftValues;
      readonly today: string;
    };

/** What is being written. */
export type DraftKind = 'environment' | 'provider';

/** What the fields of the form say, by the options of `npm run new`; lists have commas between their items. */
export type DraftValues = Readonly<Record<string, string>>;

/** What is wrong, with offsets into the text of the draft; those of findings in other files are 0. */
export interface DraftFinding {
  readonly severity: 'error' | 'warning' | 'note';
  readonly ruleId: string;
  readonly reason: string;
  readonly note?: string | undefined;
  readonly fix?: string | undefined;
  readonly url?: string | undefined;
  /** The line in the draft, from 1; undefined where the finding is about another file or the file’s name. */
  readonly line?: number | undefined;
  readonly from: number;
  readonly to: number;
}

/** What the validator answers. */
export type DraftReply =
  | {
      readonly kind: 'checked';
      readonly number: number;
      readonly findings: readonly DraftFinding[];
      readonly styled?: string | undefined;
    }
  | { readonly kind: 'written'; readonly number: number; readonly text: string };
