import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** How many rows are in the page at once. */
const ROWS_SHOWN = 50;

/** Somebody who makes a table searchable: what is done to the page of the site, and where its field and headings are. */
export interface Contestant {
  readonly name: string;
  readonly prepare?: (page: Page) => Promise<void>;
  readonly field: string;
  readonly heading: (label: string) => string;
}

const require = createRequire(import.meta.url);

/** The rows of all groups under one head, as libraries want them. */
const flatten = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const table = document.querySelector('table')!;
    const [first, ...others] = table.tBodies;
    for (const head of table.querySelectorAll('tr.group')) head.remove();
    for (const body of others) {
      first!.append(...body.rows);
      body.remove();
    }
  });

/** The page itself, and the libraries that it is measured against: each shows as many rows at once. */
export const CONTESTANTS: readonly Contestant[] = [
  { name: 'this page', field: '.query', heading: (label) => `thead button:text-is("${label}")` },
  {
    name: 'list.js',
    field: '.search',
    heading: (label) => `thead th:text-is("${label}")`,
    prepare: async (page) => {
      await flatten(page);
      await page.addScriptTag({ path: join(require.resolve('list.js/package.json'), '../dist/list.min.js') });
      await page.evaluate((rows) => {
        const frame = document.querySelector('.scroll')!;
        const table = frame.querySelector('table')!;
        frame.id = 'listed';
        frame.prepend(Object.assign(document.createElement('input'), { className: 'search' }));
        table.tBodies[0]!.classList.add('list');
        const columns = [...table.tHead!.rows[0]!.cells].map((head, index) => {
          head.classList.add('sort');
          head.dataset.sort = `column-${index}`;
          return `column-${index}`;
        });
        for (const row of table.tBodies[0]!.rows)
          for (const [index, cell] of [...row.cells].entries()) cell.classList.add(`column-${index}`);
        const { List } = globalThis as unknown as { List: new (id: string, options: object) => unknown };
        new List('listed', { valueNames: columns, page: rows });
      }, ROWS_SHOWN);
    },
  },
  {
    name: 'DataTables',
    field: '.dt-search input',
    heading: (label) => `thead th:has-text("${label}")`,
    prepare: async (page) => {
      await flatten(page);
      await page.addScriptTag({ path: require.resolve('datatables.net/js/dataTables.min.js') });
      await page.evaluate((rows) => {
        const { DataTable } = globalThis as unknown as { DataTable: new (table: Element, options: object) => unknown };
        new DataTable(document.querySelector('table')!, { pageLength: rows, order: [], autoWidth: false });
      }, ROWS_SHOWN);
    },
  },
];
