import { maintainerName } from '../model/maintainer.ts';
import type { CaveatView, EnvironmentView, EvidenceView } from './environment-view.ts';
import { EVIDENCE_LABELS } from './evidence-labels.ts';
import type { ProviderView } from './provider-view.ts';

/** Something that a page says, and that may be wrong. */
export interface ReportField {
  /** What people call it. */
  readonly label: string;
  /** Where it stands in the file, as in `evidence.0`. */
  readonly field: string;
  /** What it says, in a few words. */
  readonly value: string;
}

/** The parts of a page, each with what it says. */
type Fields<Part extends string> = Readonly<Record<Part, readonly ReportField[]>>;

/** What the page of an environment says, part by part. */
export function environmentFields(
  view: EnvironmentView,
): Fields<'answer' | 'evidence' | 'caveats' | 'history' | 'facts'> {
  const { value } = view.entry;
  const last = view.history.at(-1)!;
  return {
    answer: [
      { label: 'Level', field: 'level', value: view.level.label },
      ...view.architectures.map(({ id, assessment }) => ({
        label: id,
        field: `architectures.${id}`,
        value: assessment.claimed.label,
      })),
      { label: 'Maintainer', field: 'maintainers', value: listOr(value.maintainers.map(maintainerName), 'nobody') },
      { label: 'Guide', field: 'documentation', value: value.documentation ?? 'none' },
    ],
    evidence: evidenceFields(view.evidence, 'evidence'),
    caveats: caveatFields(view.caveats),
    history: [{ label: 'A date, a reason or a source', field: 'history', value: `${last.on} ${last.level.label}` }],
    facts: [
      { label: 'Vendor', field: 'vendor', value: value.vendor ?? 'none' },
      { label: 'Homepage', field: 'homepage', value: value.homepage ?? 'none' },
      { label: 'Images', field: 'images', value: listOr(value.images, 'none') },
      { label: 'Names', field: 'aliases', value: listOr(value.aliases, 'none') },
    ],
  };
}

/** What the page of a provider says, part by part. */
export function providerFields(view: ProviderView): Fields<'stages' | 'caveats' | 'history' | 'facts'> {
  const { value } = view.entry;
  return {
    stages: view.stages.flatMap(({ stage, state }) =>
      state === undefined ? [] : [{ label: stage.label, field: `stages.${stage.id}`, value: state.status }],
    ),
    caveats: caveatFields(view.caveats),
    history: [{ label: 'A date, a reason or a source', field: 'history', value: value.history.at(-1)?.on ?? 'none' }],
    facts: [
      { label: 'Repository', field: 'repository', value: value.repository },
      { label: 'Release', field: 'latest', value: value.latest?.release ?? 'none' },
      { label: 'API', field: 'apiVersions', value: listOr(value.apiVersions, 'none') },
      { label: 'Environments', field: 'environments', value: listOr(value.environments, 'none') },
      {
        label: 'Maintainer',
        field: 'maintainers',
        value: listOr((value.maintainers ?? []).map(maintainerName), 'nobody'),
      },
      { label: 'Choosing the image', field: 'selection', value: value.selection?.field ?? 'none' },
    ],
  };
}

function evidenceFields(items: readonly EvidenceView[], path: string): readonly ReportField[] {
  return [
    ...items.map(({ evidence, place }, index) => ({
      label: `${EVIDENCE_LABELS[evidence.kind]}${ordinal(items, index)}`,
      field: `${path}.${index}`,
      value: place.label,
    })),
    { label: 'Something is missing', field: path, value: `${items.length} listed` },
  ];
}

/** Tells pieces of evidence of one kind apart: the second one is `Image 2`. */
function ordinal(items: readonly EvidenceView[], index: number): string {
  const before = items.slice(0, index).filter(({ evidence }) => evidence.kind === items[index]!.evidence.kind).length;
  return before === 0 ? '' : ` ${before + 1}`;
}

function caveatFields(items: readonly CaveatView[]): readonly ReportField[] {
  return [
    ...items.map(({ caveat }, index) => ({
      label: items.length === 1 ? 'The caveat' : `Caveat ${index + 1}`,
      field: `caveats.${index}`,
      value: caveat.summary,
    })),
    { label: 'Something is missing', field: 'caveats', value: `${items.length} listed` },
  ];
}

function listOr(texts: readonly string[], nothing: string): string {
  return texts.length === 0 ? nothing : texts.join(', ');
}
