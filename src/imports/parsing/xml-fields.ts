import { names, type KnownElements } from './unread-fields.ts';

/** The elements and attributes of a schedule.xml that are read, or that say nothing which is not said elsewhere. */

export const ROOT_FIELDS: KnownElements = {
  texts: names('version'),
  groups: names('generator conference day persons tracks'),
};
export const CONFERENCE_FIELDS: KnownElements = {
  texts: names('acronym title start end days day_change timeslot_duration base_url url time_zone_name release version'),
};
export const GENERATOR_FIELDS: KnownElements = { texts: names('name version url') };
export const TRACKS_FIELDS: KnownElements = { texts: names('track') };
/** Attributes and texts of elements with events in them, by name. */
export const CONTAINER_FIELDS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['day', names('index date start end')],
  ['room', names('name')],
]);
export const OTHER_CONTAINER_FIELDS = names('name');
export const EVENT_FIELDS: KnownElements = {
  texts: names(
    'guid code id url origin_url full_conf_url conf_url feedback_url slug title subtitle abstract description ' +
      'language track room state status date start end duration do_not_record recording_license',
  ),
  groups: names('persons recording links attachments'),
};
export const PERSONS_FIELDS: KnownElements = { texts: new Set(), groups: names('person') };
export const PERSON_FIELDS: KnownElements = {
  texts: names(
    'id guid code name public_name full_public_name display_name first_name last_name given_name family_name biography',
  ),
};
export const RECORDING_FIELDS: KnownElements = { texts: names('license optout') };
export const LINK_FIELDS: KnownElements = { texts: names('href url title type') };
