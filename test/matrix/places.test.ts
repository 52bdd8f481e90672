import { expect, test } from 'vitest';
import { findPlaces, indexPlaces, type Place } from '../../src/matrix/places.ts';

const place = (label: string, path: string, words = ''): Place => ({ label, kind: 'environment', path, words });
const INDEX = indexPlaces([
  place('Levels', 'levels/'),
  place('Azure Kubernetes Service', 'environments/aks/', 'aks azure kubernetes service microsoft'),
  place('Azure Stack Hub', 'environments/azure-stack-hub/', 'azure stack hub microsoft'),
  place('Microsoft Azure', 'environments/azure/', 'azure microsoft'),
  place('OpenStack', 'environments/openstack/', 'openstack devstack'),
  place('Akamai Connected Cloud', 'environments/akamai/', 'akamai linode'),
]);

test.each([
  ['', ['levels/', 'environments/aks/', 'environments/azure-stack-hub/']],
  ['levels', ['levels/']],
  // The one whose id it is, then those whose names begin with it.
  ['azure', ['environments/azure/', 'environments/aks/', 'environments/azure-stack-hub/']],
  ['azure st', ['environments/azure-stack-hub/']],
  ['stack', ['environments/azure-stack-hub/', 'environments/openstack/']],
  ['linode', ['environments/akamai/']],
  ['linoed', ['environments/akamai/']],
  ['<script>alert(1)</script>', []],
])('“%s” leads to %j', (text, paths) => {
  expect(findPlaces(INDEX, text, 3).map(({ path }) => path)).toEqual(paths);
});
