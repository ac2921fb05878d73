import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Config } from '../platform/config/settings.ts';
import { For } from '../platform/http/access.ts';
import { asyncApi } from './asyncapi.ts';

@ApiTags('contract')
@Controller('api/v1/asyncapi.json')
@For('reader')
export class ContractController {
  constructor(private readonly config: Config) {}

  /** What sockets say and hear. */
  @Get()
  read(): object {
    return asyncApi(this.config.publicUrl);
  }
}
