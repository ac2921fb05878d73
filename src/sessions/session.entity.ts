import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A signed-in browser or program. Only its owner has the token. */
@Entity('sessions')
export class Session {
  @PrimaryColumn('uuid') id: string;
  @Column('bytea') tokenHash: Buffer;
  @Column('uuid') accountId: string;
  @Column('timestamptz') begunAt: Date;
  @Column('timestamptz') seenAt: Date;
}

/** A code and a link that were mailed and not used yet, both as keyed hashes only. */
@Entity('login_codes')
export class LoginCode {
  @PrimaryColumn('uuid') id: string;
  @Column('bytea') addressCipher: Buffer;
  @Column('text') addressKeyId: string;
  @Column('bytea') addressIndex: Buffer;
  /** `sign-in`, or a purpose registered with Confirmations. */
  @Column('text') purpose: string;
  @Column('bytea') codeHash: Buffer;
  @Column('bytea') tokenHash: Buffer;
  /** The browser that asked, in which the link works; null for a program without a name. */
  @Column('bytea', { nullable: true }) browserHash: Buffer | null;
  /** A keyed hash of where it was asked for: a browser, or for a program its network with this address. */
  @Column('bytea', { nullable: true }) askerTag: Buffer | null;
  @Column('text') locale: 'fr' | 'en';
  /** From whose page it was asked for; null from elsewhere. */
  @Column('uuid', { nullable: true }) conferenceId: string | null;
  /** Wrong tries of the asker; those from elsewhere are counted apart, so that nobody can use up another's. */
  @Column('int') tries: number;
  @Column('int') triesFromElsewhere: number;
  @Column('timestamptz') madeAt: Date;
  @Column('timestamptz') expiresAt: Date;
  @Column('timestamptz', { nullable: true }) usedAt: Date | null;
  @Column('timestamptz', { nullable: true }) letterTriedAt: Date | null;
  @Column('timestamptz', { nullable: true }) letterLeftAt: Date | null;
}

/** Wrong codes of a minute that could have hit a code, over all accounts and nodes. */
@Entity('wrong_codes')
export class WrongCodes {
  @PrimaryColumn('timestamptz') minute: Date;
  @Column('int') count: number;
}

/** A used proof of work, until its challenge expires: a proof counts once on all nodes. */
@Entity('spent_proofs')
export class SpentProof {
  @PrimaryColumn('text') id: string;
  @Column('timestamptz') expiresAt: Date;
}

/**
 * The answer to a write with an Idempotency-Key, for 24 hours; both tags are keyed hashes. Status 0 means under way.
 * The answer is sealed; null where it is read again at each repeat.
 */
@Entity('write_keys')
export class WriteKey {
  @PrimaryColumn('bytea') tag: Buffer;
  @Column('bytea') bodyTag: Buffer;
  @Column('int') status: number;
  @Column('bytea', { nullable: true }) sealedAnswer: Buffer | null;
  /** Written by the previous version, never read. */
  @Column('jsonb') answer: unknown;
  @Column('timestamptz') madeAt: Date;
}
