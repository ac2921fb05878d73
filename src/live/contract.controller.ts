import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Config } from '../platform/config/settings.ts';
import { For } from '../platform/http/access.ts';
import { Answers } from '../platform/http/contract/answers.ts';
import {
  publishedDocument,
  sendPublished,
  type PublishedDocument,
} from '../platform/http/contract/published-document.ts';
import { asyncApi } from './asyncapi.ts';

@ApiTags('contract')
@Controller('api/v1/asyncapi.json')
@For('reader')
export class ContractController {
  private readonly document: PublishedDocument;

  constructor(config: Config) {
    this.document = publishedDocument(JSON.stringify(asyncApi(config.publicUrl)));
  }

  /** Reads this description of the sockets, as AsyncAPI 3. */
  @Get()
  @Answers<Record<string, unknown>>()
  read(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    sendPublished(request, reply, this.document);
  }
}
