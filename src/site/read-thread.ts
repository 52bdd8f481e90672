import '../io/copy-environment.ts';
import { parentPort, workerData } from 'node:worker_threads';
import { parseDataset } from '../dataset/parse-dataset.ts';
import { readFiles } from '../io/read-data.ts';
import { runRules } from '../rules/run-rules.ts';
import type { Share } from './read-in-threads.ts';

const { folder, paths } = workerData as Share;
const { dataset, findings } = parseDataset(readFiles(folder, paths), folder, { isStyleChecked: false });
const errors = runRules({ findings }, { asOf: '0000-00-00' }).filter((each) => each.severity === 'error');
parentPort!.postMessage(errors.length === 0 ? dataset : undefined);
