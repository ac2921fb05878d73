import type { ImportDecisions } from './programme-upload.ts';

/** An import into a conference that is there. */
export interface ConferenceImport {
  dryRun: boolean;
  decisions?: ImportDecisions;
  /** The organizer who imports; null for the operator's command. */
  actorId?: string | null;
  fileName?: string;
}

/** An import of a file that names its conference. */
export interface FileImport {
  dryRun: boolean;
  /** Used where the file names none. */
  timeZone: string | null;
  slug?: string | undefined;
  locale: 'fr' | 'en';
  /** The name of a conference whose file has none; refused when it is empty. */
  title?: string;
  /** Answers of the organizer; a file that needs one which is not there is refused without this. */
  decisions?: ImportDecisions;
  /** Refuses the file of a conference that is there already, as `slug-taken`. */
  isForNew?: boolean;
  actorId?: string | null;
  fileName?: string;
}
