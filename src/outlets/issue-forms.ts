import { type NewField, newFields } from '../dataset/new-fields.ts';
import { keysAt } from '../dataset/schema-at.ts';
import { environmentSchema } from '../model/environment.ts';
import { EVIDENCE_MEANINGS } from '../model/evidence.ts';
import type { FormName } from '../model/issue-form.ts';
import { type Matrix, vocabularyOf } from '../model/matrix.ts';

/** A field of an issue form, in the kinds that GitHub knows. */
export interface FormField {
  readonly id: string;
  readonly type: 'input' | 'textarea' | 'dropdown' | 'checkboxes';
  /** The heading above the answer in the issue. */
  readonly label: string;
  readonly description: string;
  readonly isRequired?: true;
  /** What there is to choose from. */
  readonly options?: readonly FormOption[];
}

interface FormOption {
  /** What the choice means to the program. */
  readonly word: string;
  /** What people see. */
  readonly text: string;
}

/** What somebody who opens an issue is asked. The label of the first field tells a form from the others. */
export interface IssueForm {
  readonly name: FormName;
  readonly title: string;
  readonly description: string;
  /** What stands above the fields, in Markdown. */
  readonly introduction: string;
  readonly fields: readonly FormField[];
}

/** The issue forms of a project, made from the model and the words of its matrix. */
export function buildIssueForms(matrix: Matrix): readonly IssueForm[] {
  return [buildAdopt(matrix), buildAdd(matrix), buildWrong(matrix)];
}

function buildAdopt({ product, links }: Matrix): IssueForm {
  return {
    name: 'adopt',
    title: 'Adopt an environment',
    description: `Answer for a place where ${product} runs. This form becomes a pull request.`,
    introduction: `Whoever answers for an entry is asked when something about it changes, and when its evidence grows old. Leaving takes one line. All entries are at ${links.site}`,
    fields: [
      input('environment', 'Environment or provider to adopt', ENTRY, true),
      input('handle', 'Who answers for it', 'You, where left out; else `@user` or `@organization/team`.'),
    ],
  };
}

const ENTRY = 'Its id, which is the name of its file; for a Cluster API provider the word `provider` and its id.';

function input(id: string, label: string, description: string, isRequired = false): FormField {
  return { id, type: 'input', label, description, ...(isRequired && { isRequired }) };
}

/** What the form for a new environment asks: what the policies need, and what readers look for first. */
const ASKED: ReadonlySet<string> = new Set([
  'category',
  'vendor',
  'homepage',
  'documentation',
  'maintainers',
  'architectures',
  'evidence',
  'evidence-kind',
  'release',
  'caveat',
]);

function buildAdd(matrix: Matrix): IssueForm {
  const fields = newFields('environment', vocabularyOf(matrix));
  const name = fields.find(({ option }) => option === 'name')!;
  return {
    name: 'add',
    title: 'Add an environment',
    description: `Name a place where ${matrix.product} runs, or might. This form becomes a pull request.`,
    introduction:
      'Write what you know, and leave out what you do not: an environment that nobody has tried is welcome, and says so.',
    fields: [
      { ...formField(name, matrix), label: 'Name of the new environment' },
      input(
        'id',
        'ID',
        'The name of its file and the end of its address, permanent; made from the name where left out.',
      ),
      ...fields.filter(({ option }) => ASKED.has(option)).map((field) => formField(field, matrix)),
    ],
  };
}

function formField({ option, description, isRequired, isList, words }: NewField, matrix: Matrix): FormField {
  const label = `${option[0]!.toUpperCase()}${option.slice(1).replace('-', ' ')}`;
  const options = words.map((word) => ({ word, text: textOf(word, matrix) }));
  return {
    id: option,
    type: words.length === 0 ? 'input' : isList ? 'checkboxes' : 'dropdown',
    label,
    description,
    ...(isRequired && { isRequired }),
    ...(words.length > 0 && { options }),
  };
}

/** A word with what it means, where that is known. */
function textOf(word: string, { categories, architectures }: Matrix): string {
  const meaning =
    categories.find(({ id }) => id === word)?.description ??
    architectures.find(({ id }) => id === word)?.label ??
    (EVIDENCE_MEANINGS as Readonly<Record<string, string>>)[word];
  return meaning === undefined || meaning.startsWith(word) ? (meaning ?? word) : `${word}: ${meaning}`;
}

function buildWrong(matrix: Matrix): IssueForm {
  const keys = keysAt(environmentSchema(vocabularyOf(matrix)), []).map((key) => `\`${key}\``);
  return {
    name: 'wrong',
    title: 'Something is wrong',
    description: 'An entry says what is not so, or no longer.',
    introduction: `This is about the matrix. What is wrong with ${matrix.product} itself belongs to ${matrix.links.source}`,
    fields: [
      input('environment', 'Environment or provider that is wrong', ENTRY, true),
      input('field', 'Field', `What of it: ${keys.join(', ')}.`),
      input('value', 'What it says', 'The words of the matrix.'),
      {
        id: 'saw',
        type: 'textarea',
        label: 'What you saw',
        description: 'What you did, what happened, and where somebody else can look it up.',
        isRequired: true,
      },
      input('release', 'Release', `The release of ${matrix.product} that you saw it with.`),
      input('build', 'Build', 'The day at the foot of the page.'),
    ],
  };
}
