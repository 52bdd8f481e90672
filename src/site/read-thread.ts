import '../io/copy-environment.ts';
import { parentPort, workerData } from 'node:worker_threads';
import { withoutTexts } from '../dataset/dataset.ts';
import { parseDataset } from '../dataset/parse-dataset.ts';
import { readFiles } from '../io/read-data.ts';
import { runRules } from '../rules/run-rules.ts';
import type { Share } from './read-in-threads.ts';

const { folder, paths } = workerData as Share;
const { dataset, findings } = parseDataset(readFiles(folder, paths), folder, { isStyleChecked: false });
const errors = runRules({ findings }, { asOf: '0000-00-00' }).filter((each) => each.severity === 'error');
// Texts would be copied, and nobody asks for them: where a rule of all files finds a mistake, one thread reads again.
parentPort!.postMessage(dataset === undefined || errors.length > 0 ? undefined : withoutTexts(dataset));
