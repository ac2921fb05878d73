import { invalidRequest } from '../kernel/common.problems.ts';
import { slugOf } from '../kernel/slug.ts';
import type { ReadProgramme } from './read-programme.ts';

/** A file that names no conference under the name that the organizer gives. Throws `invalid-request` without one. */
export function namedBy(programme: ReadProgramme, title: string | undefined): ReadProgramme {
  if (programme.isNamed || title === undefined) return programme;
  if (title === '')
    throw invalidRequest([{ pointer: '#/title', detail: 'Give the conference a name: a sheet does not tell it.' }]);
  return { ...programme, conference: { ...programme.conference, title, acronym: slugOf(title, 'conference') } };
}
