import { expect, test } from 'vitest';
import { formOrigin, parseEvent } from '../../src/review/event.ts';

const by = (login: string, state = 'COMMENTED'): object => ({
  user: { login },
  state,
  submitted_at: '2026-11-01T00:00:00Z',
});

test.each([
  ['nothing', {}, undefined, []],
  [
    'the author, whatever else GitHub tells',
    { action: 'opened', pull_request: { number: 1, user: { login: 'Octocat', id: 1 } } },
    '@Octocat',
    [],
  ],
  ['an author who deleted the account', { pull_request: { user: null } }, undefined, []],
  [
    'who filled in a form',
    { pull_request: { user: { login: 'github-actions[bot]' }, body: `${formOrigin(7, 'Hubot')} \`x\`.` } },
    '@github-actions[bot]',
    ['@hubot'],
  ],
  [
    'somebody who only says so',
    { pull_request: { user: { login: 'stranger' }, body: `${formOrigin(7, 'hubot')} \`x\`.` } },
    '@stranger',
    [],
  ],
  ['an approval', { reviews: [by('Hubot', 'APPROVED')] }, undefined, ['@hubot']],
  [
    'a remark in a review, or on the pull request',
    { reviews: [by('one')], comments: [{ user: { login: 'two' }, body: 'Fine.' }] },
    undefined,
    ['@one', '@two'],
  ],
  [
    'an approval after a refusal',
    { reviews: [by('hubot', 'CHANGES_REQUESTED'), by('hubot', 'APPROVED')] },
    undefined,
    ['@hubot'],
  ],
  [
    'a refusal after an approval',
    { reviews: [by('hubot', 'APPROVED'), by('hubot', 'CHANGES_REQUESTED')] },
    undefined,
    [],
  ],
  [
    'a refusal and a remark',
    { reviews: [by('hubot', 'CHANGES_REQUESTED'), by('hubot')], comments: [{ user: { login: 'hubot' } }] },
    undefined,
    [],
  ],
  [
    'somebody who deleted the account',
    { reviews: [{ user: null, state: 'APPROVED' }], comments: [{ user: null }] },
    undefined,
    [],
  ],
])('%s', (_, event, author, agreed) => {
  expect(parseEvent(JSON.stringify(event))).toEqual({ author, agreed: new Set(agreed) });
});

test.each([
  ['no JSON', '{', 'JSON'],
  ['a list', '[]', 'expected object'],
  ['a review without a state', '{"reviews":[{"user":null}]}', 'reviews.0.state'],
])('%s is no event', (_, text, words) => {
  expect(() => parseEvent(text)).toThrow(words);
});
