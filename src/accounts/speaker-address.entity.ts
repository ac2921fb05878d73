import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The address of a speaker that a programme named, until the speaker is invited or the conference is long over. */
@Entity('speaker_addresses')
export class SpeakerAddress {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') conferenceId: string;
  @Column('uuid') speakerId: string;
  @Column('bytea') addressCipher: Buffer;
  @Column('text') addressKeyId: string;
  @Column('bytea') addressIndex: Buffer;
  @Column('timestamptz') keptAt: Date;
}
