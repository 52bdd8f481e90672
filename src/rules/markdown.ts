import { markdownProblem } from './markdown-problem.ts';
import type { Rule } from './rule.ts';

/** Notes are plain Markdown without HTML or pictures, and their links begin with `https://`. */
export const markdownRule: Rule = {
  id: 'markdown',
  severity: 'error',
  summary: 'Notes are plain Markdown without HTML or pictures, and their links begin with `https://`.',
  why: 'Notes are written by whoever files a pull request and are shown to everybody. What is not allowed would be removed from the page, so it is refused here, where its author sees it.',
  wrong: { yaml: 'notes: ⟪Click <b>here</b>.⟫' },
  right: { yaml: 'notes: Click **here**.' },
  check(dataset, report) {
    for (const entry of [...dataset.environments, ...dataset.providers]) {
      const { notes } = entry.value;
      const problem = notes === undefined ? undefined : markdownProblem(notes);
      if (problem !== undefined)
        report(entry, ['notes'], problem, {
          note: 'Allowed are paragraphs, lists, emphasis, code and links that begin with `https://`.',
        });
    }
  },
};
