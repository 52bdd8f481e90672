import type { Worker } from 'node:worker_threads';
import type { AstroPrerenderer, PathWithRoute } from 'astro';
import { isRest, type SharedPages, takePage, writePage } from './shared-pages.ts';

/** The thread that writes beside Astro’s own, and what it shares with it. */
export interface Writing {
  readonly thread: Worker;
  /** When the thread has ended. */
  readonly done: Promise<void>;
  readonly pages: SharedPages;
}

/**
 * Astro’s own prerenderer, without the pages that another thread takes first.
 * @param base what the addresses of pages begin with
 * @param out the folder of the built site
 * @param begin called when pages can be made
 */
export function sharedPrerenderer(
  local: AstroPrerenderer,
  { base, out }: { readonly base: string; readonly out: string },
  begin: () => Promise<Writing>,
): AstroPrerenderer {
  let writing: Writing | undefined;
  const indexes = new Map<string, number>();
  /** Whether the pages that are left are the other thread’s. */
  let isLeft = false;

  const render: AstroPrerenderer['render'] = async (request, options) => {
    const index = indexes.get(new URL(request.url).pathname);
    if (writing === undefined || index === undefined) return local.render(request, options);
    isLeft ||= isRest(writing.pages, index);
    if (!isLeft && takePage(writing.pages, index)) {
      const rendered = await local.render(request, options);
      await writePage(out, writing.pages.paths[index]!, rendered instanceof Response ? rendered : rendered.response);
    }
    // Of a page without content Astro writes nothing.
    return new Response();
  };

  return {
    ...local,
    name: 'shared',
    setup: async () => {
      await local.setup?.();
      writing = await begin();
      writing.pages.paths.forEach((path, index) => indexes.set(`${base}${path}`, index));
    },
    // What only this thread makes comes first, so that both are through at the same time.
    getStaticPaths: async () => {
      const shared = new Set(writing!.pages.paths.map((path) => `/${path}`));
      const isShared = ({ pathname }: PathWithRoute): number => Number(shared.has(`${pathname}/`.replace('//', '/')));
      return (await local.getStaticPaths()).toSorted((a, b) => isShared(a) - isShared(b));
    },
    render: async (...call) => {
      try {
        return await render(...call);
      } catch (error) {
        await writing?.thread.terminate();
        throw error;
      }
    },
    // Then Astro deletes the modules that make pages, which the other thread may not have loaded. How it ended is asked
    // when the site is done.
    teardown: async () => {
      await local.teardown?.();
      writing?.thread.ref();
      if (!isLeft) await writing?.done.catch(() => undefined);
    },
  };
}
