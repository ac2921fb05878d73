import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ReturnVerdict } from './returned-emails.policy.ts';

/** An e-mail that came back, or that its reader complained about; one row an e-mail. */
@Entity('email_returns')
export class EmailReturn {
  /** Keyed hash of the sender of its envelope. */
  @PrimaryColumn('bytea') envelopeTag: Buffer;
  @Column('uuid') accountId: string;
  @Column('text') verdict: ReturnVerdict;
  /** An enhanced status code (RFC 3463); null when the mail system gave none. */
  @Column('text', { nullable: true }) status: string | null;
  @Column('timestamptz') at: Date;
}
