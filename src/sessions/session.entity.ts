import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody signed in somewhere. The token itself is nowhere but with them. */
@Entity('sessions')
export class Session {
  @PrimaryColumn('uuid') id: string;
  @Column('bytea') tokenHash: Buffer;
  @Column('uuid') accountId: string;
  @Column('timestamptz') begunAt: Date;
  @Column('timestamptz') seenAt: Date;
}

/** What was mailed to an address, until it is used: a code to type and a token in a link. Both only as keyed hashes. */
@Entity('login_codes')
export class LoginCode {
  @PrimaryColumn('uuid') id: string;
  @Column('bytea') addressCipher: Buffer;
  @Column('text') addressKeyId: string;
  @Column('bytea') addressIndex: Buffer;
  /** `sign-in`, or what a room registered with onConfirmed. */
  @Column('text') purpose: string;
  @Column('bytea') codeHash: Buffer;
  @Column('bytea') tokenHash: Buffer;
  /** The browser that asked, where the link works; null for a program that named none. */
  @Column('bytea', { nullable: true }) browserHash: Buffer | null;
  /** Where it was asked for: a browser, or for a program its network and this address. A keyed hash. */
  @Column('bytea', { nullable: true }) askerTag: Buffer | null;
  @Column('text') locale: 'fr' | 'en';
  /** Wrong tries of the asker; those from elsewhere are counted apart, so that nobody spends another's. */
  @Column('int') tries: number;
  @Column('int') triesFromElsewhere: number;
  @Column('timestamptz') madeAt: Date;
  @Column('timestamptz') expiresAt: Date;
  @Column('timestamptz', { nullable: true }) usedAt: Date | null;
  @Column('timestamptz', { nullable: true }) letterTriedAt: Date | null;
  @Column('timestamptz', { nullable: true }) letterLeftAt: Date | null;
}

/** How many wrong codes were typed in a minute against codes that could be hit, over all accounts and nodes. */
@Entity('wrong_codes')
export class WrongCodes {
  @PrimaryColumn('timestamptz') minute: Date;
  @Column('int') count: number;
}

/** A proof of work that was shown, until its challenge expires: one proof is good once, on all nodes. */
@Entity('spent_proofs')
export class SpentProof {
  @PrimaryColumn('text') id: string;
  @Column('timestamptz') expiresAt: Date;
}

/**
 * What a write with an Idempotency-Key was answered, for 24 hours; both tags are keyed hashes. Status 0: under way.
 * The answer is sealed; null where it is read again at each repeat.
 */
@Entity('write_keys')
export class WriteKey {
  @PrimaryColumn('bytea') tag: Buffer;
  @Column('bytea') bodyTag: Buffer;
  @Column('int') status: number;
  @Column('bytea', { nullable: true }) sealedAnswer: Buffer | null;
  /** Written by the version before, never read. */
  @Column('jsonb') answer: unknown;
  @Column('timestamptz') madeAt: Date;
}
