import { Document, isMap, isSeq } from 'yaml';
import { ID_LENGTH, toId } from '../model/to-id.ts';
import type { ImportedEntry } from './import-row.ts';

/** A file made from a row; its path is relative to the data folder. */
export interface ImportedFile {
  readonly path: string;
  readonly text: string;
  readonly entry: ImportedEntry;
}

/** Makes a file of each entry. Of two names that make one id, the second gets a number. */
export function buildFiles(entries: readonly ImportedEntry[]): readonly ImportedFile[] {
  const taken = new Set<string>();
  return entries.map((entry) => {
    const [kind = ''] = entry.folder.split('/');
    const id = freeId(toId(entry.name), (each) => !taken.has(`${kind} ${each}`));
    taken.add(`${kind} ${id}`);
    return { path: `${entry.folder}/${id}.yaml`, text: formatValue(entry.value), entry };
  });
}

function freeId(id: string, isFree: (id: string) => boolean): string {
  for (let number = 1; ; number += 1) {
    const end = number === 1 ? '' : `-${number}`;
    const numbered = `${id.slice(0, ID_LENGTH - end.length)}${end}`;
    if (isFree(numbered)) return numbered;
  }
}

/** The keys of an entry as YAML; a list of evidence or caveats with nothing in it is left out. */
function formatValue(value: ImportedEntry['value']): string {
  const document = new Document(
    Object.fromEntries(
      Object.entries(value).filter(([key, each]) => key === 'maintainers' || !Array.isArray(each) || each.length > 0),
    ),
  );
  const [maintainers, stages, history] = ['maintainers', 'stages', 'history'].map((key) => document.get(key));
  if (isSeq(maintainers)) maintainers.flow = true;
  // One line for each, as in files that people write.
  if (isMap(stages)) for (const { value: stage } of stages.items) if (isMap(stage)) stage.flow = true;
  if (isSeq(history)) for (const step of history.items) if (isMap(step)) step.flow = true;
  return document.toString({ lineWidth: 0 });
}
