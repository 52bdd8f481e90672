import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { listFiles } from '../support/built-pages.ts';
import { validator } from '../support/html-validator.ts';

const { folder } = inject('site');
const files = listFiles(folder).filter((path) => path.endsWith('.html'));

describe('the HTML of every page', () => {
  test('there are pages, and the validator finds what is wrong', async () => {
    expect(files.length).toBeGreaterThan(100);
    const report = await validator.validateString('<!doctype html><html><p><div></div></p></html>');
    expect(report.valid).toBe(false);
  });

  test('is valid', async () => {
    /** Every place that a mistake is at, by what is wrong: one mistake of a template is on many pages. */
    const found: Record<string, string[]> = {};
    for (const file of files) {
      const { results } = await validator.validateString(await readFile(join(folder, file), 'utf8'), file);
      for (const { messages } of results)
        for (const { ruleId, line, column, message } of messages)
          (found[`${ruleId}: ${message}`] ??= []).push(`${file}:${line}:${column}`);
    }
    expect(
      Object.entries(found).map(([wrong, places]) => `${wrong}, ${places.length} times, first ${places[0]}`),
    ).toEqual([]);
  });

  test('has no words that run into each other where a link or a piece of code begins or ends', async () => {
    const found: string[] = [];
    for (const file of files) {
      const html = (await readFile(join(folder, file), 'utf8')).replaceAll(/<pre\b[^]*?<\/pre>/g, '');
      for (const [glued] of html.matchAll(
        /[\p{L}\d,.:;]<(?:a|code|strong)\b.{0,60}|<\/(?:a|code|strong)>[\p{L}\d].{0,20}/gu,
      ))
        found.push(`${file}: ${glued}`);
    }
    expect(found).toEqual([]);
  });
});
