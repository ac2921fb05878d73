import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The public key of a passkey; the private key never leaves the device. */
@Entity('passkeys')
export class Passkey {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') accountId: string;
  @Column('text') credentialId: string;
  @Column('bytea') publicKey: Buffer;
  /** Number of uses as the device counts them; a falling number indicates a copy. */
  @Column('bigint') counter: string;
  @Column('text', { array: true }) transports: string[];
  @Column('text') name: string;
  /** Days, not instants, because nothing should tell when a person came. */
  @Column('date') madeOn: string;
  @Column('date', { nullable: true }) usedOn: string | null;
}

/** A challenge to sign once: for an account that adds a passkey, or for a sign-in. */
@Entity('passkey_challenges')
export class PasskeyChallenge {
  @PrimaryColumn('text') challenge: string;
  @Column('uuid', { nullable: true }) accountId: string | null;
  @Column('timestamptz') expiresAt: Date;
}
