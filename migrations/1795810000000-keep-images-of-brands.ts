import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Adds `brand_images`: the images of conferences as they are served, found by the file they are served as. */
export class KeepImagesOfBrands1795810000000 implements MigrationInterface {
  name = 'KeepImagesOfBrands1795810000000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table brand_images (
        conference_id uuid not null references conferences on delete cascade,
        kind text not null,
        file text not null,
        bytes bytea not null,
        constraint brand_images_pkey primary key (conference_id, kind),
        constraint brand_images_kind check (kind in ('logo', 'logoDark', 'cover', 'icon'))
      )`);
    await q.query('create index brand_images_file on brand_images (file)');
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop table brand_images');
  }
}
