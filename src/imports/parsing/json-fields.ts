import { names, type KnownFields } from './unread-fields.ts';

/** The fields of a JSON programme that are read, or that say nothing which is not said elsewhere in it. */

export const FILE_FIELDS: KnownFields = { texts: names('$schema'), objects: names('schedule generator') };
export const SCHEDULE_FIELDS: KnownFields = {
  texts: names('$schema version base_url url'),
  objects: names('generator conference rooms tracks'),
  lists: names('events'),
};
export const CONFERENCE_FIELDS: KnownFields = {
  texts: names('acronym title start end daysCount timeslot_duration time_zone_name url base_url'),
  objects: names('rooms tracks'),
  lists: names('days events'),
};
export const DAY_FIELDS: KnownFields = {
  texts: names('index date day_start day_end start end'),
  objects: names('rooms'),
  lists: names('events'),
};
/** Of a room or track that is listed or referred to. */
export const PLACE_FIELDS: KnownFields = { texts: names('id guid slug name') };
/** Of a room in the list of a day, with its events. */
export const DAY_ROOM_FIELDS: KnownFields = {
  texts: names('id guid slug name title'),
  lists: names('events talks sessions'),
};
/** `feedback_url` is ours to set: the exported one leads to the thread. */
export const EVENT_FIELDS: KnownFields = {
  texts: names(
    'guid code id url origin_url feedback_url slug title subtitle abstract description language content_locale track ' +
      'room state status date start end duration do_not_record do_not_stream recording_license license',
  ),
  lists: names('languages persons speakers participants links attachments resources'),
  objects: names('recording'),
};
export const RECORDING_FIELDS: KnownFields = { texts: names('license optout') };
export const PERSON_FIELDS: KnownFields = {
  texts: names(
    'id code guid name public_name full_public_name display_name full_name fullName first_name last_name firstName ' +
      'lastName given_name family_name givenName familyName biography bio description abstract',
  ),
};
export const LINK_FIELDS: KnownFields = { texts: names('id title name description url href link resource type') };
