import type { Level } from '../model/level.ts';

const CAVEAT_WORDS: Readonly<Record<Level['policy']['caveats'], string | undefined>> = {
  forbidden: 'No caveats.',
  tracked: 'Each caveat has the issue that tracks it, or the page that documents it and a date to look again.',
  allowed: undefined,
  required: 'At least one caveat, which says what does not work.',
};

/** The policy of a level in sentences, one for each thing it asks. */
export function policySentences({ policy }: Level): readonly string[] {
  const { evidence, maintainers, caveats, explained, retired, maxAge } = policy;
  const kinds = evidence
    ?.map((kind) => `\`${kind}\``)
    .join(', ')
    .replace(/, ([^,]*)$/, ' or $1');
  const asksNothing = kinds === undefined && maintainers === 0 && caveats === 'allowed' && !explained;
  const sentences = [
    asksNothing ? 'Nothing is asked for.' : undefined,
    kinds === undefined ? undefined : `Undisputed evidence of kind ${kinds}.`,
    maintainers === 0 ? undefined : maintainers === 1 ? 'A maintainer.' : `${maintainers} maintainers.`,
    CAVEAT_WORDS[caveats],
    explained ? 'A caveat, or the reason of its lifecycle, that says why.' : undefined,
    maxAge === undefined ? undefined : `Evidence older than ${maxAge} days brings a warning.`,
    retired ? 'Retired entries may carry it.' : undefined,
  ];
  return sentences.filter((sentence) => sentence !== undefined);
}
