import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ApiTokenScope } from '../kernel/api-token-scope.ts';

/** A token of an account for a program. Only its owner has the token itself. */
@Entity('api_tokens')
export class ApiToken {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') accountId: string;
  @Column('bytea') tokenHash: Buffer;
  @Column('text') name: string;
  @Column('text', { array: true }) scopes: ApiTokenScope[];
  /** The one conference it is good for; null for every conference. */
  @Column('uuid', { nullable: true }) conferenceId: string | null;
  @Column('timestamptz') madeAt: Date;
  @Column('timestamptz') expiresAt: Date;
  /** The last day of use; not finer, so that it tells no hours of a person. */
  @Column('date', { nullable: true }) usedOn: string | null;
  /** A keyed hash of the account and its Idempotency-Key, which makes a repeated request find the first token. */
  @Column('bytea', { nullable: true }) keyTag: Buffer | null;
}
