import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ConferencePhase, ConferenceSettings, Rule } from './conference.settings.ts';

/** The rules as they were published once; the newest version is the one that holds. */
@Entity('rule_versions')
export class RuleVersion {
  @PrimaryColumn('uuid') conferenceId: string;
  @PrimaryColumn('int') version: number;
  @Column('jsonb') rules: Rule[];
  @Column('timestamptz') at: Date;
}

@Entity('conferences')
export class Conference {
  @PrimaryColumn('uuid') id: string;
  @Column('text') slug: string;
  @Column('text') title: string;
  @Column('text', { nullable: true }) url: string | null;
  @Column('text') locale: 'fr' | 'en';
  @Column('text') timeZone: string;
  @Column('date') startsOn: string;
  @Column('date') endsOn: string;
  /** What the clock made of it, kept by a job: nothing public changes by looking at a clock. */
  @Column('text') phase: ConferencePhase;
  @Column('jsonb') settings: ConferenceSettings;
  /** Bumped by every write of this row, so that no ETag survives a change. */
  @Column('int') edition: number;
}
