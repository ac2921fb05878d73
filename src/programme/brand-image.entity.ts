import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { StoredImageKind } from './brand.policy.ts';

/** An image of a conference as it is served. Its file is named by the hash of its bytes, and its size in pixels. */
@Entity('brand_images')
export class BrandImage {
  @PrimaryColumn('uuid') conferenceId: string;
  @PrimaryColumn('text') kind: StoredImageKind;
  @Column('text') file: string;
  @Column('bytea') bytes: Buffer;
}
