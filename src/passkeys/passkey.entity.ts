import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A key of a device that signs its owner in. The secret half never leaves the device; this is the public one. */
@Entity('passkeys')
export class Passkey {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') accountId: string;
  @Column('text') credentialId: string;
  @Column('bytea') publicKey: Buffer;
  /** How often the device says it was used; a number that falls tells of a copy. */
  @Column('bigint') counter: string;
  @Column('text', { array: true }) transports: string[];
  @Column('text') name: string;
  /** Days, not instants: nothing should tell when somebody came. */
  @Column('date') madeOn: string;
  @Column('date', { nullable: true }) usedOn: string | null;
}

/** What a device is to sign, once: for an account that adds a passkey, or for whoever signs in. */
@Entity('passkey_challenges')
export class PasskeyChallenge {
  @PrimaryColumn('text') challenge: string;
  @Column('uuid', { nullable: true }) accountId: string | null;
  @Column('timestamptz') expiresAt: Date;
}
