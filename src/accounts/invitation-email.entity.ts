import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An invitation that has still to be mailed: until it was sent, was refused for good, or is a day old. */
@Entity('invitation_emails')
export class InvitationEmail {
  /** The id of the invitation. */
  @PrimaryColumn('uuid') id: string;
  @Column('bytea') addressCipher: Buffer;
  @Column('text') addressKeyId: string;
  @Column('bytea') addressIndex: Buffer;
  @Column('text') locale: 'fr' | 'en';
  @Column('timestamptz') madeAt: Date;
  @Column('timestamptz', { nullable: true }) triedAt: Date | null;
}
