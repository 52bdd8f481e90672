import { assess } from '../dataset/assess.ts';
import type { Dataset, EnvironmentEntry, ProviderEntry } from '../dataset/dataset.ts';
import { markOf } from '../matrix/mark.ts';
import type { Level } from '../model/level.ts';
import type { Picture } from './picture.ts';

/** A picture takes some 50 ms to draw, so that more would take longer than all else: beyond, entries at one level share one. */
const MAX_PICTURES = 300;

/** The picture of every page that has none of its own. */
export const PROJECT_PICTURE = 'pictures/matrix.png';

/** Where the picture of an environment is, from the root of the site. */
export function environmentPicture(entry: EnvironmentEntry, dataset: Dataset): string {
  return isShared(dataset) ? levelPicture(assess(entry.value, dataset).worth) : `pictures/environments/${entry.id}.png`;
}

/** Where the picture of a provider is, from the root of the site. */
export function providerPicture({ id }: ProviderEntry, dataset: Dataset): string {
  return isShared(dataset) ? PROJECT_PICTURE : `pictures/providers/${id}.png`;
}

/** Every picture that pages refer to, with what it shows. */
export function listPictures(dataset: Dataset): readonly { readonly path: string; readonly picture: Picture }[] {
  const { levels } = dataset.matrix.value;
  const project = { path: PROJECT_PICTURE, picture: projectPicture(dataset) };
  if (isShared(dataset)) {
    const shared = levels.map((level) => ({ path: levelPicture(level), picture: pictureOfLevel(level, dataset) }));
    return [project, ...shared];
  }
  return [
    project,
    ...dataset.environments.map((entry) => ({
      path: environmentPicture(entry, dataset),
      picture: pictureOfEnvironment(entry, dataset),
    })),
    ...dataset.providers.map((entry) => ({
      path: providerPicture(entry, dataset),
      picture: pictureOfProvider(entry, dataset),
    })),
  ];
}

function isShared({ environments, providers }: Dataset): boolean {
  return environments.length + providers.length > MAX_PICTURES;
}

function levelPicture({ id }: Level): string {
  return `pictures/levels/${id}.png`;
}

function projectPicture(dataset: Dataset): Picture {
  const alive = dataset.environments.filter(({ value }) => value.lifecycle !== 'retired').length;
  return {
    ...frame(dataset),
    lead: 'Where it runs',
    title: dataset.matrix.value.product,
    facts: [{ label: `${alive} environments` }],
  };
}

function pictureOfLevel(level: Level, dataset: Dataset): Picture {
  return {
    ...frame(dataset),
    lead: dataset.matrix.value.product,
    title: level.label,
    facts: [{ label: level.promise, mark: markOf(level) }],
  };
}

function pictureOfEnvironment({ id, value }: EnvironmentEntry, dataset: Dataset): Picture {
  const { worth } = assess(value, dataset);
  return {
    ...frame(dataset),
    lead: `${dataset.matrix.value.product} on`,
    title: drawable(value.name, id),
    answer: value.lifecycle === 'retired' ? undefined : { mark: markOf(worth), label: worth.label },
    facts:
      value.lifecycle === 'retired'
        ? [{ label: `Retired${value.since === undefined ? '' : ` on ${value.since}`}` }]
        : Object.keys(value.architectures).map((architecture) => ({
            label: architecture,
            mark: markOf(assess(value, dataset, architecture).worth),
          })),
  };
}

function pictureOfProvider({ id, value }: ProviderEntry, dataset: Dataset): Picture {
  const states = Object.values(value.stages);
  const available = states.filter(({ status }) => status === 'available').length;
  return {
    ...frame(dataset),
    lead: `${dataset.matrix.value.product} with Cluster API`,
    title: drawable(value.name, id),
    facts: [
      ...(value.acronym === value.name ? [] : [{ label: drawable(value.acronym, id) }]),
      { label: `${available} of ${states.length} stages available` },
    ],
  };
}

function frame(dataset: Dataset): Pick<Picture, 'project' | 'accent'> {
  const { name, accent } = dataset.matrix.value;
  return { project: name, accent };
}

/** A name, or the id where the letters at hand would leave holes in the name. */
function drawable(name: string, id: string): string {
  return /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Nd}\p{P}\p{Zs}+=|~^$<>]*$/u.test(name) ? name : id;
}
