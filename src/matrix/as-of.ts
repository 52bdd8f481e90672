import type { Dataset } from '../dataset/dataset.ts';

/** The newest date in the data: the day that pages speak of, so that the same data gives the same bytes. */
export function newestDate({ matrix, environments, providers, snapshot }: Dataset): string {
  let newest = snapshot?.collected ?? '0000-00-00';
  const see = (day: string): void => {
    if (day > newest) newest = day;
  };
  for (const channel of matrix.value.channels) see(channel.seen);
  for (const { value } of environments) {
    for (const { seen } of value.evidence) see(seen.on);
    for (const { on } of value.history) see(on);
  }
  for (const { value } of providers) {
    for (const stage of Object.values(value.stages)) for (const { seen } of stage.evidence) see(seen.on);
    for (const { on } of value.history) see(on);
  }
  return newest;
}
