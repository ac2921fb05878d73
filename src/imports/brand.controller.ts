import { Body, Controller, Delete, HttpCode, Param, Put, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { notFound, unsupportedImageType } from '../kernel/common.problems.ts';
import type { Precondition } from '../kernel/precondition.ts';
import { conferenceIn, For } from '../platform/http/access.ts';
import { editTag, IfMatch } from '../platform/http/edit-tags.ts';
import { IMAGE_KINDS, type ImageKind } from '../programme/brand.policy.ts';
import { ChangeBrand } from '../programme/change-brand.ts';
import { conferenceVersion } from '../programme/write-conference.ts';
import type { ConferenceView } from '../transcript/conference.view.ts';
import { ProgrammeListing } from '../transcript/programme-listing.ts';

/** The images of a conference. Its colour, font and stage are settings. */
@ApiTags('organizers')
@Controller('api/v1/admin/conferences/:conference/brand')
@For('organizer', conferenceIn('conference'))
export class BrandController {
  constructor(
    private readonly changeBrand: ChangeBrand,
    private readonly programmeListing: ProgrammeListing,
  ) {}

  /**
   * Sets an image of a conference: `logo`, `logoDark` or `cover`. PNG, JPEG or WebP, at most 2 MB, 25 million
   * pixels and 10,000 on a side. It is encoded anew without its metadata.
   */
  @Put(':image')
  @ApiConsumes('image/png', 'image/jpeg', 'image/webp')
  @ApiBody({ description: 'The image, at most 2 MB.', schema: { type: 'string', format: 'binary' } })
  async setImage(
    @Param('conference') key: string,
    @Param('image') image: string,
    @Body() file: unknown,
    @IfMatch() precondition: Precondition,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ConferenceView> {
    if (!Buffer.isBuffer(file)) throw unsupportedImageType();
    const changed = await this.changeBrand.change(key, { images: { [kindIn(image)]: file } }, precondition);
    void reply.header('etag', editTag(conferenceVersion(changed)));
    return this.programmeListing.conference(changed.id);
  }

  /** Removes an image of a conference: `logo`, `logoDark` or `cover`. */
  @Delete(':image')
  @HttpCode(204)
  async removeImage(
    @Param('conference') key: string,
    @Param('image') image: string,
    @IfMatch() precondition: Precondition,
  ): Promise<void> {
    await this.changeBrand.change(key, { images: { [kindIn(image)]: null } }, precondition);
  }
}

/** Throws `not-found`. */
function kindIn(image: string): ImageKind {
  const kind = IMAGE_KINDS.find((each) => each === image);
  if (!kind) throw notFound();
  return kind;
}
