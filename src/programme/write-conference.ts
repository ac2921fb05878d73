import { Injectable } from '@nestjs/common';
import { rulesAsStored, rulesInto } from '../../locales/rules.ts';
import { invalidRequest, notFound } from '../kernel/common.problems.ts';
import { Clock } from '../kernel/clock.ts';
import { timedId } from '../kernel/ids.ts';
import { Precondition } from '../kernel/precondition.ts';
import { canonicalZone } from '../kernel/zone.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { brandOf, rebranded } from './brand.policy.ts';
import type { Conference } from './conference.entity.ts';
import { phaseAt } from './conference.policy.ts';
import { defaultSettings, type ConferenceSettings } from './conference.settings.ts';
import { slugTaken } from './programme.problems.ts';
import { CONFERENCE_COLUMNS } from './programme.queries.ts';

export interface ConferenceFields {
  slug: string;
  title: string;
  timeZone: string;
  locale: 'fr' | 'en';
  startsOn: string;
  endsOn: string;
  url?: string | null;
  settings?: Partial<ConferenceSettings>;
}

/** The version of a conference, with the settings that only its organizers see. */
export const conferenceVersion = ({ edition }: Pick<Conference, 'edition'>): string => String(edition);

/** Settings with what is given; a brand is merged field by field, because its images are sent apart. */
function mergedSettings(old: ConferenceSettings, given: Partial<ConferenceSettings> = {}): ConferenceSettings {
  const settings = { ...old, ...given };
  return given.brand === undefined ? settings : { ...settings, brand: rebranded(brandOf(old), given.brand) };
}

/** Creates and changes conferences; every write raises the edition in its readers' ETags. */
@Injectable()
export class WriteConference {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  create(fields: ConferenceFields): Promise<Conference> {
    return this.database.transaction((tx) => this.createIn(tx, fields));
  }

  /** Marks the conference with which a server begins; it may be removed with everything in it. */
  async markAsDemo(tx: Tx, id: string): Promise<void> {
    await tx.query('update conferences set is_demo = true where id = $1', [id]);
  }

  /** Throws `slug-taken`. */
  async createIn(tx: Tx, fields: ConferenceFields): Promise<Conference> {
    const now = this.clock.now();
    const timeZone = await this.knownZone(tx, fields.timeZone);
    const settings = mergedSettings(defaultSettings(fields.locale), fields.settings);
    settings.rules = rulesAsStored(settings.rules, fields.locale);
    const [row] = await tx.query<Conference>(
      `insert into conferences (id, slug, title, url, locale, time_zone, starts_on, ends_on, phase, settings)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (slug) do nothing returning ${CONFERENCE_COLUMNS}`,
      [
        timedId(now),
        fields.slug,
        fields.title,
        fields.url ?? null,
        fields.locale,
        timeZone,
        fields.startsOn,
        fields.endsOn,
        phaseAt({ ...fields, settings }, now),
        settings,
      ],
    );
    if (!row) throw slugTaken({ slug: fields.slug });
    await this.publishRules(tx, row);
    return row;
  }

  /**
   * Changes the given fields, merging settings. Returns the conference. Throws `not-found`, `version-outdated`,
   * `invalid-request`, `slug-taken`.
   */
  async changeIn(
    tx: Tx,
    id: string,
    changes: Partial<ConferenceFields>,
    precondition = Precondition.none,
  ): Promise<Conference> {
    const [old] = await tx.query<Conference>(
      // Another slug is another key, for which every row that names the conference is waited for at once.
      `select ${CONFERENCE_COLUMNS} from conferences
       where id = $1
       for ${changes.slug === undefined ? 'no key update' : 'update'}`,
      [id],
    );
    if (!old) throw notFound();
    precondition.demand(conferenceVersion(old));
    const merged = { ...old, ...changes, settings: mergedSettings(old.settings, changes.settings) };
    const isTranslated = merged.locale !== old.locale && changes.settings?.rules === undefined;
    if (isTranslated) merged.settings.rules = rulesInto(merged.locale, old.settings.rules, old.locale);
    else if (changes.settings?.rules) merged.settings.rules = rulesAsStored(merged.settings.rules, merged.locale);
    if (merged.timeZone !== old.timeZone) merged.timeZone = await this.knownZone(tx, merged.timeZone);
    if (
      merged.slug !== old.slug &&
      (await tx.query('select from conferences where slug = $1', [merged.slug])).length > 0
    )
      throw slugTaken({ slug: merged.slug });
    const [row] = await tx.query<Conference>(
      `update conferences
       set slug = $2, title = $3, url = $4, locale = $5, time_zone = $6, starts_on = $7, ends_on = $8, phase = $9,
         settings = $10, edition = edition + 1
       where id = $1
       returning ${CONFERENCE_COLUMNS}`,
      [
        id,
        merged.slug,
        merged.title,
        merged.url,
        merged.locale,
        merged.timeZone,
        merged.startsOn,
        merged.endsOn,
        phaseAt(merged, this.clock.now()),
        merged.settings,
      ],
    );
    if (isTranslated || changes.settings?.rules !== undefined) await this.publishRules(tx, row!);
    return row!;
  }

  /**
   * The zone under a name that PostgreSQL knows, its own or its canonical one (`US/Pacific-New` is
   * America/Los_Angeles), because another would fail in every query of the programme. Throws `invalid-request`.
   */
  private async knownZone(tx: Tx, zone: string): Promise<string> {
    // Tried as the zone of a time, because the view of all zones reads their files, which takes 16 to 84 ms.
    const [known] = await tx.query<{ name: string }>(
      `select w.name from unnest($1::text[]) with ordinality as w(name, place)
       where pg_input_is_valid('2000-01-01 00:00 ' || w.name, 'timestamptz')
       order by w.place limit 1`,
      [[zone, canonicalZone(zone)]],
    );
    if (!known)
      throw invalidRequest([{ pointer: '#/timeZone', detail: 'Give an IANA time zone such as Europe/Paris.' }]);
    return known.name;
  }

  /** Stores a new version when the rules differ. */
  private async publishRules(tx: Tx, { id, settings: { rules } }: Conference): Promise<void> {
    await tx.query(
      `insert into rule_versions (conference_id, version, rules, at)
       select $1, coalesce(max(v.version), 0) + 1, $2::jsonb, $3 from rule_versions v where v.conference_id = $1
       having (array_agg(v.rules order by v.version desc))[1] is distinct from $2::jsonb`,
      [id, JSON.stringify(rules), this.clock.now()],
    );
  }

  /** Writes the phases that the clock has reached; returns how many conferences changed. */
  async keepPhases(): Promise<number> {
    const now = this.clock.now();
    const all = await this.database.ask<Conference>(
      `select ${CONFERENCE_COLUMNS} from conferences where phase <> 'archived'`,
    );
    const due = all.filter((conference) => phaseAt(conference, now) !== conference.phase);
    for (const conference of due) {
      await this.database.ask(
        'update conferences set phase = $2, edition = edition + 1 where id = $1 and edition = $3',
        [conference.id, phaseAt(conference, now), conference.edition],
      );
    }
    return due.length;
  }
}
