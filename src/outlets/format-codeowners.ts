import type { Dataset } from '../dataset/dataset.ts';
import { pathOf } from '../dataset/find-entry.ts';
import { handlesAmong } from '../dataset/references.ts';

const HEADER = `# Made by \`npm run generate\` from the maintainers in the data; a change here is lost.
# GitHub asks them to review what changes their files. Contacts without a handle cannot be asked.
`;

/** Who is asked about which file, as GitHub reads it; \`folder\` is the data folder, from the root of the repository. */
export function formatCodeowners({ environments, providers }: Dataset, folder: string): string {
  const lines = [...environments, ...providers].flatMap((entry) => {
    const handles = handlesAmong(entry.value.maintainers);
    return handles.length === 0 ? [] : [`/${folder}/${pathOf(entry)} ${handles.join(' ')}\n`];
  });
  return HEADER + lines.join('');
}
