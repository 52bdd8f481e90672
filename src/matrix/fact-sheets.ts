import { countedEvidence } from '../dataset/assess.ts';
import type { Dataset, EnvironmentEntry } from '../dataset/dataset.ts';
import { EVIDENCE_KINDS } from '../model/evidence.ts';
import { maintainerName, maintainerUrl } from '../model/maintainer.ts';
import type { FactSheet, FactSheets, FactValue } from './compare.ts';
import { EVIDENCE_LABELS } from './evidence-labels.ts';
import { maintainerPath } from './maintainers.ts';
import { type LevelView, type MatrixView, type RowView } from './matrix-view.ts';
import { redirectsOf } from './names.ts';

/** Builds what can be compared: the facts of every environment, in the order of the matrix, what is retired last. */
export function buildFactSheets(
  dataset: Dataset,
  { groups, retired }: Pick<MatrixView, 'groups' | 'retired'>,
): FactSheets {
  const entries = new Map(dataset.environments.map((entry) => [entry.id, entry]));
  const rows = [...groups.flatMap((group) => group.rows), ...retired];
  return {
    facts: [
      { id: 'level', label: 'Level' },
      ...dataset.matrix.value.architectures.map(({ id }) => ({ id: `on ${id}`, label: id })),
      { id: 'evidence', label: 'Backed by' },
      { id: 'seen', label: 'Evidence seen' },
      { id: 'caveats', label: 'Caveats' },
      { id: 'providers', label: 'Cluster API' },
      { id: 'images', label: 'Images' },
      { id: 'maintainers', label: 'Maintainer' },
      { id: 'lifecycle', label: 'Lifecycle' },
      { id: 'links', label: 'Links' },
    ],
    sheets: rows.map((row) => buildSheet(row, entries.get(row.id)!, dataset)),
    moved: Object.fromEntries(redirectsOf(dataset.environments)),
  };
}

function buildSheet(row: RowView, { id, category, value }: EnvironmentEntry, dataset: Dataset): FactSheet {
  const counted = new Set(countedEvidence(value, dataset).map(({ kind }) => kind));
  const links = { Guide: value.documentation, Homepage: value.homepage };
  const nobody = row.lifecycle === 'retired' ? 'nobody' : 'needs a maintainer';
  return {
    id,
    name: value.name,
    category,
    facts: {
      level: [levelValue(row.level)],
      ...Object.fromEntries(
        row.architectures.map((each) => [
          `on ${each.id}`,
          [each.level === undefined ? { text: 'not stated' } : levelValue(each.level)],
        ]),
      ),
      evidence: orElse(
        EVIDENCE_KINDS.filter((kind) => counted.has(kind)).map((kind) => ({ text: EVIDENCE_LABELS[kind] })),
        'nothing',
      ),
      seen: [{ text: row.seen ?? 'never' }],
      caveats: orElse(
        // Values are texts, in which marks of code would only be in the way.
        value.caveats.map(({ summary }) => ({ text: summary.replaceAll('`', '') })),
        'none',
      ),
      providers: orElse(
        row.providers.map((each) => ({ text: each.acronym, page: `providers/${each.id}/` })),
        'no provider',
      ),
      images: orElse(
        value.images.map((text) => ({ text })),
        'none of its own',
      ),
      maintainers: orElse(
        row.maintainers.map((each) =>
          // Those of retired entries may have no page.
          typeof each === 'string' && row.lifecycle !== 'retired'
            ? { text: each, page: `maintainers/${maintainerPath(each)}/` }
            : { text: maintainerName(each), href: maintainerUrl(each) },
        ),
        nobody,
      ),
      lifecycle: [{ text: value.since === undefined ? value.lifecycle : `${value.lifecycle} since ${value.since}` }],
      links: orElse(
        Object.entries(links).flatMap(([text, href]) => (href === undefined ? [] : [{ text, href }])),
        'none',
      ),
    },
  };
}

const levelValue = ({ label, mark }: LevelView): FactValue => ({ text: label, mark });

/** A fact is never blank: where there is nothing, it says so. */
function orElse(values: readonly FactValue[], nothing: string): readonly FactValue[] {
  return values.length === 0 ? [{ text: nothing }] : values;
}
