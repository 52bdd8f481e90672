import type { RSSOptions } from '@astrojs/rss';
import type { Dataset } from '../dataset/dataset.ts';
import { buildHistory, type HistoryItem } from '../matrix/history-view.ts';

/** How many changes the feed tells: readers ask for it often, and older ones are on the pages. */
const NEWEST = 100;

/** Builds the feed of level changes, newest first. `site` is the address of the site, without a slash at the end. */
export function buildFeed(dataset: Dataset, site: string): RSSOptions {
  const { name, product } = dataset.matrix.value;
  const changes = buildHistory(dataset).filter(
    ({ kind, direction }) => kind === 'environments' && direction !== 'noted',
  );
  return {
    title: name,
    description: `What changed about where ${product} runs.`,
    site: `${site}/`,
    customData: '<language>en</language>',
    items: changes.slice(0, NEWEST).map((change) => buildItem(change, site)),
  };
}

function buildItem({ id, name, on, from, to, reason }: HistoryItem, site: string) {
  const level = to!.label;
  return {
    title: from === undefined ? `${name}: ${level}` : `${name}: ${from.label} → ${level}`,
    link: `${site}/environments/${id}/#history`,
    pubDate: new Date(`${on}T00:00:00Z`),
    description: reason,
    // The changes of an environment share a page, and readers would take them for one.
    customData: `<guid isPermaLink="false">${id}/${on}/${to!.id}</guid>`,
  };
}
