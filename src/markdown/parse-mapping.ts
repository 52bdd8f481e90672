import { checkShape } from '../dataset/check-shape.ts';
import { parseYaml } from '../dataset/parse-yaml.ts';
import type { Finding } from '../diagnostics/diagnostic.ts';
import type { Vocabulary } from '../model/vocabulary.ts';
import { type Mapping, mappingSchema } from './mapping.ts';

/** A mapping, or every mistake in it. */
interface ParsedMapping {
  readonly mapping?: Mapping | undefined;
  readonly findings: readonly Finding[];
}

/** Parses a mapping file; its categories and levels are those of the vocabulary. */
export function parseMapping(path: string, text: string, vocabulary: Vocabulary): ParsedMapping {
  const { value, source, findings } = parseYaml(path, text);
  if (value === undefined || source === undefined || findings.length > 0) return { findings };
  const shaped = checkShape(source, value, mappingSchema(vocabulary));
  return { mapping: shaped.value, findings: shaped.findings };
}
