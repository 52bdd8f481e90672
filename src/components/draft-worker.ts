import { z } from 'zod';
import type { DraftFinding, DraftReply, DraftRequest } from '../client/draft-messages.ts';
import { createDraftChecker, type DraftChecker } from '../commands/draft.ts';
import { type Diagnostic, endOf, startOf } from '../diagnostics/diagnostic.ts';

// The content security policy lets nobody make code out of text, and asking whether it does is reported as an attempt.
z.config({ jitless: true });

let checker: DraftChecker | undefined;
let root = '';

addEventListener('message', ({ data }: MessageEvent<DraftRequest>) => {
  if (data.kind === 'start') {
    checker = createDraftChecker(data.files, data.root);
    root = data.root;
    return;
  }
  const reply = answer(data, checker!);
  postMessage(reply);
});

function answer(request: Exclude<DraftRequest, { kind: 'start' }>, { check, write }: DraftChecker): DraftReply {
  const { number } = request;
  if (request.kind === 'write')
    return { kind: 'written', number, text: write(request.entry, request.values, request.today) };
  const { diagnostics, styled } = check(request, request.today);
  const file = `${root}/${request.path}`;
  return { kind: 'checked', number, findings: diagnostics.map((each) => findingOf(each, file)), styled };
}

function findingOf(item: Diagnostic, file: string): DraftFinding {
  const { severity, ruleId, reason, note, fix, url } = item;
  const isHere = item.file === file && item.place !== undefined;
  const [start, end] = [startOf(item.place), endOf(item.place)];
  return {
    severity,
    ruleId,
    reason: item.file === file ? reason : `${item.file}: ${reason}`,
    note: note ?? undefined,
    fix,
    url,
    ...(isHere && { line: start.line }),
    from: isHere ? (start.offset ?? 0) : 0,
    to: isHere ? (end.offset ?? 0) : 0,
  };
}
