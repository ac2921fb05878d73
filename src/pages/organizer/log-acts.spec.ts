import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { catalogueOf } from '../../../locales/catalogues.ts';
import { logActOf } from './log-acts.ts';

/** The routes with which organizers and moderators change a conference, as the list of routes has them. */
const routes = readFileSync('docs/routes.md', 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, method, path] = /^\| (POST|PUT|PATCH|DELETE) \| `([^`]+)` \| (?:organizer|moderator)/.exec(line) ?? [];
    return method === undefined ? [] : [`${method} ${path}`];
  });
/** Their verbs record a decision, claim what is looked at, or change nothing. */
const NO_ACTS =
  /\/(?:claim|preview|decision|withhold|release|restore|dismiss|sanctions|moderation\/\w+|queue)(?:\/:id)?$|sanctions\/:id$/;

describe('the log', () => {
  it('has a sentence in both languages for each act of organizers and moderators', () => {
    expect(routes.length).toBeGreaterThan(30);
    const acts = routes.filter((route) => !NO_ACTS.test(route)).map((route) => [route, logActOf(route).key] as const);
    expect(acts.filter(([, key]) => key === 'other')).toEqual([]);
    for (const locale of ['en', 'fr'] as const) {
      const said = catalogueOf(locale, 'pages.log.acts.');
      expect(acts.filter(([, key]) => !(`pages.log.acts.${key}` in said))).toEqual([]);
    }
  });

  it('tells what became of invitations, by their role, and what was decided', () => {
    expect(logActOf('invitation.made speaker')).toEqual({ key: 'invitation.made', invited: 'speaker' });
    expect(logActOf('decision.withhold-note')).toEqual({ key: 'decision.withhold-note', invited: null });
    expect(logActOf('holds.stopped').key).toBe('holds.stopped');
    expect(logActOf('anything else').key).toBe('other');
  });
});
