import { createHash } from 'node:crypto';
import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { notFound } from '../../kernel/common.problems.ts';
import { For } from '../../platform/http/access.ts';
import { isUnchanged } from '../../platform/http/conditional.ts';
import { decodedPath } from '../../platform/http/request-path.ts';
import drawn from './drawn-icons.json' with { type: 'json' };
import { TAB_ICON } from './icon-svg.ts';
import { icoOf, WEB_MANIFEST } from './icon-files.ts';

const A_DAY = 'public, max-age=86400';

interface IconFile {
  type: string;
  body: Buffer;
  etag: string;
}

const fileOf = (type: string, body: Buffer): IconFile => ({
  type,
  body,
  etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
});
const png = (base64: string): IconFile => fileOf('image/png', Buffer.from(base64, 'base64'));

const FILES: Readonly<Record<string, IconFile>> = {
  'icon.svg': fileOf('image/svg+xml; charset=utf-8', Buffer.from(TAB_ICON)),
  'favicon.ico': fileOf('image/x-icon', icoOf(Buffer.from(drawn['favicon.png'], 'base64'))),
  'apple-touch-icon.png': png(drawn['apple-touch-icon.png']),
  'icon-192.png': png(drawn['icon-192.png']),
  'icon-512.png': png(drawn['icon-512.png']),
  'manifest.webmanifest': fileOf('application/manifest+json; charset=utf-8', Buffer.from(WEB_MANIFEST)),
};

/** The icons of the forum, and what a browser asks before it puts the forum on a home screen (W3C, web manifest). */
@ApiExcludeController()
@Controller()
@For('reader')
export class IconPages {
  @Get(Object.keys(FILES))
  file(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    // The router reads `/favicon%2Eico` as the same path.
    const file = FILES[(decodedPath(request.url) ?? '').slice(1)];
    if (!file) throw notFound();
    const { type, body, etag } = file;
    void reply.header('etag', etag).header('cache-control', A_DAY);
    if (isUnchanged(request, etag)) return void reply.status(304).send();
    void reply.header('content-type', type).send(body);
  }
}
