import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Where an invitation is still to be mailed: until it has left, was refused for good, or is a day old. */
@Entity('invitation_emails')
export class InvitationEmail {
  /** That of the invitation. */
  @PrimaryColumn('uuid') id: string;
  @Column('bytea') addressCipher: Buffer;
  @Column('text') addressKeyId: string;
  @Column('bytea') addressIndex: Buffer;
  @Column('text') locale: 'fr' | 'en';
  @Column('timestamptz') madeAt: Date;
  @Column('timestamptz', { nullable: true }) triedAt: Date | null;
}
