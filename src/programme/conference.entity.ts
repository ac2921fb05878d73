import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Rule } from '../../locales/rules.ts';
import type { ConferencePhase, ConferenceSettings } from './conference.settings.ts';

/** A published version of the rules; the newest is in force. */
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
  /** The phase by the clock, written by a recurring task, so that nothing public changes without a write. */
  @Column('text') phase: ConferencePhase;
  @Column('jsonb') settings: ConferenceSettings;
  /** Raised by every write of this row, so that no ETag survives a change. */
  @Column('int') edition: number;
  /** The one that every server begins with; it may be removed with everything in it. */
  @Column('boolean', { default: false }) isDemo: boolean;
}
