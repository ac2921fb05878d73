import { createHash } from 'node:crypto';
import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { For } from '../../platform/http/access.ts';
import { isUnchanged } from '../../platform/http/conditional.ts';
import drawn from './drawn-icons.json' with { type: 'json' };
import { TAB_ICON } from './icon-svg.ts';
import { icoOf, WEB_MANIFEST } from './icon-files.ts';

const A_DAY = 'public, max-age=86400';

interface IconFile {
  type: string;
  body: Buffer;
}

const png = (base64: string): IconFile => ({ type: 'image/png', body: Buffer.from(base64, 'base64') });

const FILES: Readonly<Record<string, IconFile>> = {
  'icon.svg': { type: 'image/svg+xml; charset=utf-8', body: Buffer.from(TAB_ICON) },
  'favicon.ico': { type: 'image/x-icon', body: icoOf(Buffer.from(drawn['favicon.png'], 'base64')) },
  'apple-touch-icon.png': png(drawn['apple-touch-icon.png']),
  'icon-192.png': png(drawn['icon-192.png']),
  'icon-512.png': png(drawn['icon-512.png']),
  'manifest.webmanifest': { type: 'application/manifest+json; charset=utf-8', body: Buffer.from(WEB_MANIFEST) },
};

/** The icons of the forum, and what a browser asks before it puts the forum on a home screen (W3C, web manifest). */
@ApiExcludeController()
@Controller()
@For('reader')
export class IconPages {
  @Get(Object.keys(FILES))
  file(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const { type, body } = FILES[request.url.slice(1).split('?')[0]!]!;
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
    void reply.header('etag', etag).header('cache-control', A_DAY);
    if (isUnchanged(request, etag)) return void reply.status(304).send();
    void reply.header('content-type', type).send(body);
  }
}
