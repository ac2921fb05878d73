import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { invalidRequest, uploadsBusy } from '../kernel/common.problems.ts';
import { Precondition } from '../kernel/precondition.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import {
  encodeImage,
  ImageRefused,
  type EncodedImage,
  type ImageFault,
  type ImageForm,
} from '../platform/images/encode-image.ts';
import { Log } from '../platform/logging/log.ts';
import {
  IMAGE_KINDS,
  isSquare,
  type Brand,
  type BrandChoice,
  type ImageKind,
  type StoredImageKind,
} from './brand.policy.ts';
import type { Conference } from './conference.entity.ts';
import { ProgrammeQueries } from './programme.queries.ts';
import { WriteConference } from './write-conference.ts';

/** The change of a brand: images by their kind, null to remove one. */
export interface BrandChange {
  choice?: Partial<BrandChoice>;
  images?: Partial<Record<ImageKind, Buffer | null>>;
}

/** A logo is 28 pixels high in the head, and six times that on a wall; a cover is as wide as a page. */
const FORMS: Readonly<Record<ImageKind, ImageForm>> = {
  logo: { width: 480, height: 160, format: 'png' },
  logoDark: { width: 480, height: 160, format: 'png' },
  cover: { width: 1600, height: 1600, format: 'webp' },
};
const ICON: ImageForm = { width: 64, height: 64, format: 'png', fills: true };

const SAYS: Readonly<Record<Exclude<ImageFault, 'busy'>, string>> = {
  'too-long': 'Choose a file of at most 2 MB.',
  'no-image': 'Choose a PNG, JPEG or WebP image.',
  'too-many-pixels': 'Choose an image of at most 25 million pixels.',
  'side-too-long': 'Choose an image with sides of at most 10,000 pixels.',
  'too-heavy': 'Choose an image of fewer pixels, or save it with 8 bits per channel and without interlacing.',
  unreadable: 'This image is damaged: save it again and choose the new file.',
};

type NewImages = Partial<Record<StoredImageKind, EncodedImage | null>>;

/** Changes the looks of a conference: colour, font, stage, images. */
@Injectable()
export class ChangeBrand {
  constructor(
    private readonly database: Database,
    private readonly programmeQueries: ProgrammeQueries,
    private readonly writeConference: WriteConference,
    private readonly log: Log,
  ) {}

  /**
   * Throws `not-found`, `invalid-request` with the kind of the image as its field, `unavailable` while other images are
   * decoded, `version-outdated`.
   */
  async change(
    idOrSlug: string,
    { choice = {}, images = {} }: BrandChange,
    precondition = Precondition.none,
  ): Promise<Conference> {
    const { id } = await this.programmeQueries.getConference(idOrSlug);
    const encoded = await this.encodedOf(images);
    return this.database.transaction(async (tx) => {
      const files = Object.fromEntries(
        Object.entries(encoded).map(([kind, image]) => [kind, image && fileOf(image)]),
      ) as Partial<Brand>;
      const changed = await this.writeConference.changeIn(
        tx,
        id,
        { settings: { brand: { ...choice, ...files } } },
        precondition,
      );
      await storeImages(tx, id, encoded);
      return changed;
    });
  }

  private async encodedOf(images: Partial<Record<ImageKind, Buffer | null>>): Promise<NewImages> {
    const encoded: NewImages = {};
    for (const kind of IMAGE_KINDS) {
      const bytes = images[kind];
      if (bytes === undefined) continue;
      const [image = null, icon = null] = bytes === null ? [] : await this.encodedAs(kind, bytes);
      encoded[kind] = image;
      if (kind === 'logo') encoded.icon = image && isSquare(image) ? icon : null;
    }
    return encoded;
  }

  private async encodedAs(kind: ImageKind, bytes: Buffer): Promise<EncodedImage[]> {
    try {
      return await encodeImage(bytes, kind === 'logo' ? [FORMS.logo, ICON] : [FORMS[kind]]);
    } catch (error) {
      if (!(error instanceof ImageRefused)) throw error;
      if (error.fault === 'busy') throw uploadsBusy(10);
      if (error.unexpected !== undefined) this.log.error({ error: error.unexpected }, 'an image could not be decoded');
      throw invalidRequest([{ pointer: `#/${kind}`, detail: SAYS[error.fault] }]);
    }
  }
}

/** Named by hash and size, so that caches keep it for good, and a page knows how much room it takes. */
function fileOf({ bytes, width, height, format }: EncodedImage): string {
  const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
  return `${hash}-${width}x${height}.${format}`;
}

async function storeImages(tx: Tx, conferenceId: string, images: NewImages): Promise<void> {
  for (const [kind, image] of Object.entries(images)) {
    if (image === null) {
      await tx.query('delete from brand_images where conference_id = $1 and kind = $2', [conferenceId, kind]);
      continue;
    }
    await tx.query(
      `insert into brand_images (conference_id, kind, file, bytes) values ($1, $2, $3, $4)
       on conflict (conference_id, kind) do update set file = excluded.file, bytes = excluded.bytes`,
      [conferenceId, kind, fileOf(image), image.bytes],
    );
  }
}
