import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A secret of the whole forum, such as the key that signs its archives, sealed by the keys of the vault. */
@Entity('forum_secrets')
export class ForumSecret {
  @PrimaryColumn('text') name: string;
  @Column('bytea') secretCipher: Buffer;
  @Column('text') secretKeyId: string;
  @Column('timestamptz') madeAt: Date;
}
