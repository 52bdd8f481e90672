// Loaded into every Node process of a measured command: leaves behind the most memory it ever held, in bytes.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

process.on('exit', () => {
  const peak = process.resourceUsage().maxRSS * 1024;
  writeFileSync(join(process.env.BENCH_PEAKS ?? '.', `${process.pid}`), `${peak}`);
});
