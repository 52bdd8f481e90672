import { describe, expect, test } from 'vitest';
import { loadSite } from '../../src/site/load.ts';

/**
 * Every row of the table that the matrix replaces, as it spelled them, with the levels it gave on the day it was written
 * and after its conversion to columns three days later. Read from flatcar/Flatcar, `interop-matrix.md`, commits a372cf69
 * and e05e2e63; a row that came later has the level it came with. L1 to L4 are full, tested, works and limited; `x` is
 * unsupported, `?` and every blank that followed unknown.
 */
const ENVIRONMENTS: readonly (readonly [name: string, first: string | undefined, converted: string])[] = [
  ['EC2', 'tested', 'tested'],
  ['Azure', 'tested', 'tested'],
  ['GCE', 'full', 'full'],
  ['Digital Ocean (VMs)', 'full', 'full'],
  ['Equinix Metal', 'full', 'full'],
  ['ESXi / vSphere', 'full', 'full'],
  ['Hetzner Cloud', 'works', 'works'],
  ['Vultr VPS', 'works', 'works'],
  ['Cloudscale', 'works', 'works'],
  ['Oracle Cloud', 'limited', 'works'],
  ['Tencent', 'unsupported', 'unknown'],
  ['AliCloud', 'unsupported', 'unknown'],
  ['Yandex', 'unknown', 'unknown'],
  ['Brightbox', undefined, 'full'],
  ['Azure Stack', 'limited', 'limited'],
  ['Tinkerbell', 'works', 'works'],
  ['Rancher (VMs)', 'works', 'works'],
  ['QEmu / KVM backed', 'full', 'full'],
  ['OpenStack', 'works', 'works'],
  ['VirtualBox', 'works', 'works'],
  ['Vagrant', 'works', 'works'],
  ['EKS', 'tested', 'works'],
  ['GiantSwarm', 'full', 'works'],
  ['AKS Engine', 'limited', 'works'],
  ['Rancher (rke)', 'works', 'works'],
  ['Rancher (rke2)', 'unknown', 'unknown'],
  ['Lokomotive', 'full', 'full'],
  ['Tanzu KG', 'works', 'works'],
  ['K3s', 'works', 'works'],
  ['EKS-Distro', 'works', 'works'],
  ['KOPS', 'works', 'works'],
  ['Kubematic', 'works', 'works'],
  ['Gardener', 'works', 'works'],
];
const PROVIDERS = ['CAPB', 'CAPA', 'CAPA EKS', 'CAPZ', 'CAPV', 'CAPM3', 'CAPG', 'CAPO'];

const { dataset } = await loadSite('data');

interface Named {
  readonly id: string;
  readonly value: { readonly name: string; readonly aliases: readonly string[]; readonly acronym?: string };
}

/** The entries that go by a name: their own, an alias, an acronym or the id. */
function findByName<Entry extends Named>(entries: readonly Entry[], name: string): readonly Entry[] {
  const names = ({ id, value }: Entry): readonly string[] => [id, value.name, value.acronym ?? id, ...value.aliases];
  return entries.filter((entry) => names(entry).some((each) => each.toLowerCase() === name.toLowerCase()));
}

/** The level of an environment at the end of a day; undefined before its first. */
function levelOn(entry: (typeof dataset.environments)[number], day: string): string | undefined {
  return entry.value.history.findLast((step) => step.on <= day)?.level;
}

describe('the rows of the old table', () => {
  test.each(ENVIRONMENTS)('%s is one environment, with the levels it had in 2021', (name, first, converted) => {
    const [entry, ...others] = findByName(dataset.environments, name);
    expect(entry, `no environment goes by “${name}”`).toBeDefined();
    expect(others).toEqual([]);
    // A row that was added later came with its level; before that nothing is said about it here.
    if (first === undefined) {
      expect(entry!.value.history.map(({ level }) => level)).toContain(converted);
      return;
    }
    expect(levelOn(entry!, '2021-04-30')).toBe(first);
    expect(levelOn(entry!, '2021-05-03')).toBe(converted);
  });

  test.each(PROVIDERS)('%s is one provider', (name) => {
    expect(findByName(dataset.providers, name).map(({ id }) => id)).toHaveLength(1);
  });

  test('are 40, and the one that was removed on the way', () => {
    expect(ENVIRONMENTS.length + PROVIDERS.length).toBe(41);
  });
});
