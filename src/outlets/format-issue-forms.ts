import { stringify } from 'yaml';
import type { Matrix } from '../model/matrix.ts';
import type { FormField, IssueForm } from './issue-forms.ts';

/** Who made a file, for those who would change it. */
const HEADER = '# Made by `npm run generate` from the model and from matrix.yaml; a change here is lost.\n';

/** An issue form as GitHub reads it. */
export function formatIssueForm({ name, title, description, introduction, fields }: IssueForm): string {
  const body = [{ type: 'markdown', attributes: { value: introduction } }, ...fields.map(formatField)];
  return formatYaml({ name: title, description, title, labels: [name], body });
}

function formatField({ id, type, label, description, isRequired, options }: FormField): object {
  const choices = options?.map(({ text }) => (type === 'checkboxes' ? { label: text } : text));
  return {
    type,
    id,
    attributes: { label, description, ...(choices && { options: choices }) },
    ...(isRequired && { validations: { required: true } }),
  };
}

/** What GitHub offers beside the forms. */
export function formatFormConfig({ product, links }: Matrix): string {
  const site = { name: 'The matrix', url: links.site, about: `Where ${product} runs, and how well.` };
  const source = { name: product, url: links.source, about: 'What is wrong with the product itself belongs there.' };
  const chat = links.chat === undefined ? [] : [{ name: 'Chat', url: links.chat, about: 'Where people talk.' }];
  return formatYaml({ blank_issues_enabled: true, contact_links: [site, source, ...chat] });
}

/** GitHub reads an older YAML, in which more words are not texts unless they are quoted. */
function formatYaml(value: object): string {
  return HEADER + stringify(value, { version: '1.1', lineWidth: 0, singleQuote: true });
}
