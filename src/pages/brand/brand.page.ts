import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { brandColours } from '../../programme/brand-colours.policy.ts';
import { BrandImagesQueries } from '../../programme/brand-images.queries.ts';
import { readHex } from '../../programme/colour.policy.ts';
import { notFound } from '../../kernel/common.problems.ts';
import { For } from '../../platform/http/access.ts';
import { iconSvg } from '../icons/icon-svg.ts';
import { brandSheet, choiceIn } from './brand-sheet.ts';
import { interFiles } from './font-files.ts';
import { previewSheetNamed } from './preview-sheet.ts';

/** A file whose address changes with its contents. */
const FOR_GOOD = 'public, max-age=31536000, immutable';
const CSS = 'text/css; charset=utf-8';
const A_DAY = 'public, max-age=86400';

interface BrandFile {
  type: string;
  body: Buffer;
  cache: string;
}

/** The files of brands: stylesheets, icons, the font that conferences may choose, and their images. */
@ApiExcludeController()
@Controller('brand')
@For('reader')
export class BrandPages {
  constructor(private readonly brandImagesQueries: BrandImagesQueries) {}

  @Get(':file')
  async file(@Param('file') name: string, @Res() reply: FastifyReply): Promise<void> {
    const found = sheetNamed(name) ?? iconNamed(name) ?? fontNamed(name) ?? (await this.imageNamed(name));
    if (!found) throw notFound();
    void reply.header('content-type', found.type).header('cache-control', found.cache).send(found.body);
  }

  private async imageNamed(name: string): Promise<BrandFile | null> {
    const [, format = ''] = /^[\w-]{22}-\d{1,4}x\d{1,4}\.(png|webp)$/.exec(name) ?? [];
    const body = format === '' ? null : await this.brandImagesQueries.find(name);
    return body && { type: `image/${format}`, body, cache: FOR_GOOD };
  }
}

/**
 * The stylesheet that is made of this name's choice. During an update another node may make another one of it, which
 * is kept for no longer than a day.
 */
function sheetNamed(name: string): BrandFile | null {
  const preview = previewSheetNamed(name);
  if (preview !== null) return { type: CSS, body: Buffer.from(preview), cache: 'public, max-age=60' };
  const choice = choiceIn(name);
  if (!choice) return null;
  const sheet = brandSheet(choice);
  const cache = sheet.name === name ? FOR_GOOD : A_DAY;
  return { type: CSS, body: Buffer.from(sheet.css), cache };
}

/** The forum's mark in a conference's colour. */
function iconNamed(name: string): BrandFile | null {
  const [, colour = ''] = /^([0-9a-f]{6})\.svg$/.exec(name) ?? [];
  const accent = readHex(colour);
  if (accent === null) return null;
  const svg = iconSvg(14, brandColours(accent).light.accent);
  return { type: 'image/svg+xml; charset=utf-8', body: Buffer.from(svg), cache: A_DAY };
}

function fontNamed(name: string): BrandFile | null {
  const font = name.endsWith('.woff2') ? interFiles().find((each) => each.name === name) : undefined;
  return font ? { type: 'font/woff2', body: font.bytes, cache: FOR_GOOD } : null;
}
