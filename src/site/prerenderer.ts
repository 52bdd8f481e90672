import type { Worker } from 'node:worker_threads';
import type { AstroPrerenderer, PathWithRoute } from 'astro';
import type { Address } from './address.ts';
import { isRest, makePage, type SharedPages, take } from './shared-work.ts';

/** The thread that writes beside Astro’s own, and what it shares with it. */
export interface Writing {
  readonly thread: Worker;
  /** When the thread has ended. */
  readonly done: Promise<void>;
  readonly pages: SharedPages;
}

/**
 * Astro’s own prerenderer, but for the pages that it shares with another thread: of these Astro does not know, because
 * what it does for each beside making it takes long for thousands.
 * @param out the folder of the built site
 * @param begin called when pages can be made
 */
export function sharedPrerenderer(
  local: AstroPrerenderer,
  { address, out }: { readonly address: Address; readonly out: string },
  begin: () => Writing,
): AstroPrerenderer {
  let writing: Writing | undefined;
  const routes = new Map<string, PathWithRoute['route']>();
  /** Whether the other thread needs no more modules: it has them, or there are no pages left for it. */
  let isSettled = false;

  /** Makes pages from the first one on, because the other thread begins with the last. */
  const makeShared = async ({ pages }: Writing): Promise<void> => {
    for (const [index, path] of pages.paths.entries()) {
      isSettled = isRest(pages, index);
      if (isSettled || !take(pages.states, index)) return;
      const request = new Request(`${address.origin}${address.base}${path}`);
      await makePage(out, path, async () => {
        const rendered = await local.render(request, { routeData: routes.get(path)! });
        return rendered instanceof Response ? rendered : rendered.response;
      });
    }
    isSettled = true;
  };
  const endingWithIt = async <Made>(make: () => Promise<Made>): Promise<Made> => {
    try {
      return await make();
    } catch (error) {
      await writing?.thread.terminate();
      throw error;
    }
  };

  return {
    ...local,
    name: 'shared',
    setup: async () => {
      await local.setup?.();
      writing = begin();
    },
    getStaticPaths: async () => {
      const shared = new Set(writing!.pages.paths);
      return (await local.getStaticPaths()).filter(({ pathname, route }) => {
        const path = `${pathname}/`.replace('//', '/').slice(1);
        const isShared = shared.has(path);
        if (isShared) routes.set(path, route);
        return !isShared;
      });
    },
    render: (...call) => endingWithIt(() => local.render(...call)),
    // Asked for when Astro has made its pages, and before it counts on all of them.
    collectStaticImages: async () => {
      await endingWithIt(() => makeShared(writing!));
      return (await local.collectStaticImages?.()) ?? new Map();
    },
    // Then Astro deletes the modules that make pages. How the other thread ended is asked when the site is done.
    teardown: async () => {
      await local.teardown?.();
      writing?.thread.ref();
      if (!isSettled) await writing?.done.catch(() => undefined);
    },
  };
}
