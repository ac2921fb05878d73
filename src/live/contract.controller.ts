import { Controller, Get, Header } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Config } from '../platform/config/settings.ts';
import { CONTRACT_CACHE } from '../platform/http/contract.ts';
import { For } from '../platform/http/access.ts';
import { asyncApi } from './asyncapi.ts';

@ApiTags('contract')
@Controller('api/v1/asyncapi.json')
@For('reader')
export class ContractController {
  constructor(private readonly config: Config) {}

  /** Messages of the sockets. */
  @ApiOperation({ summary: 'Describes the sockets (AsyncAPI 3.0).' })
  @Get()
  @Header('cache-control', CONTRACT_CACHE)
  read(): object {
    return asyncApi(this.config.publicUrl);
  }
}
