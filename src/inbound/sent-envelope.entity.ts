import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The envelope of an e-mail of ours, which leads what comes back to its account. */
@Entity('sent_envelopes')
export class SentEnvelope {
  /** Keyed hash of the token in its sender. */
  @PrimaryColumn('bytea') tag: Buffer;
  @Column('uuid') accountId: string;
  /** The kind of e-mails that a complaint ends; null for necessary ones. */
  @Column('text', { nullable: true }) kind: string | null;
  @Column('timestamptz') at: Date;
}
