import type { DraftKind, DraftReply, DraftRequest, DraftValues } from './draft-messages.ts';

type Reply<Kind extends DraftReply['kind']> = Extract<DraftReply, { kind: Kind }>;

/** The validator of pull requests, at work beside the page so that typing never waits for it. */
export interface Validator {
  readonly check: (path: string, text: string, today: string) => Promise<Reply<'checked'>>;
  readonly write: (entry: DraftKind, values: DraftValues, today: string) => Promise<Reply<'written'>>;
}

/** Talks to the validator in a worker; requests are answered in their order. */
export function startValidator(worker: Worker, start: Extract<DraftRequest, { kind: 'start' }>): Validator {
  const waiting = new Map<number, (reply: DraftReply) => void>();
  let last = 0;
  worker.addEventListener('message', ({ data }: MessageEvent<DraftReply>) => {
    waiting.get(data.number)?.(data);
    waiting.delete(data.number);
  });
  const send = <Kind extends DraftReply['kind']>(build: (number: number) => DraftRequest): Promise<Reply<Kind>> =>
    new Promise((resolve) => {
      last += 1;
      waiting.set(last, (reply) => resolve(reply as Reply<Kind>));
      worker.postMessage(build(last));
    });
  worker.postMessage(start);
  return {
    check: (path, text, today) => send((number) => ({ kind: 'check', number, path, text, today })),
    write: (entry, values, today) => send((number) => ({ kind: 'write', number, entry, values, today })),
  };
}
