import '../io/copy-environment.ts';
import { parentPort, workerData } from 'node:worker_threads';
import { withoutTexts } from '../dataset/dataset.ts';
import { parseDataset } from '../dataset/parse-dataset.ts';
import { readFiles } from '../io/read-data.ts';
import type { Share } from './read-in-threads.ts';

const { folder, paths } = workerData as Share;
const { dataset, findings } = parseDataset(readFiles(folder, paths), folder, { isStyleChecked: false });
// All that is found in a file but its style is a mistake. Texts would be copied, and nobody asks for them: where there is a
// mistake, one thread reads again.
parentPort!.postMessage(dataset === undefined || findings.length > 0 ? undefined : withoutTexts(dataset));
