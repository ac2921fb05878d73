import { refusedByConstraint } from '../kernel/lost-race.ts';
import { defineProblem } from '../kernel/problem.ts';

export const slugTaken = defineProblem<{
  /** The slug that is taken. */
  slug: string;
}>({ slug: 'slug-taken', status: 409 });
/** The conference keeps this act for people who confirmed an address. */
export const guestNotAllowed = defineProblem({ slug: 'guest-not-allowed', status: 403 });
export const guidTaken = defineProblem<{
  /** The guid that is taken. */
  guid: string;
}>({ slug: 'talk-guid-taken', status: 409 });

refusedByConstraint(
  ['conference_slug_is_unique', 'talk_slug_is_unique_in_its_conference', 'thread_slug_is_unique_in_its_conference'],
  (slug) => slugTaken({ slug }),
);
refusedByConstraint(['talk_guid_is_unique_in_its_conference'], (guid) => guidTaken({ guid }));
