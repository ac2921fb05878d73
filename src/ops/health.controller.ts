import { Controller, Get, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { HealthCheckService, type HealthIndicatorResult } from '@nestjs/terminus';
import type { FastifyReply } from 'fastify';
import { Database } from '../platform/database/database.ts';
import { For } from '../platform/http/access.ts';

@ApiTags('health')
@Controller('health')
@For('reader')
export class HealthController {
  constructor(
    private readonly healthCheckService: HealthCheckService,
    private readonly database: Database,
  ) {}

  /** The process answers. */
  @ApiOperation({ summary: 'Tells that the process answers.' })
  @Get('live')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** 200 when it can work, or 503 with what is missing. */
  @ApiOperation({ summary: 'Tells whether the server can work, and if not what is missing.' })
  @Get('ready')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<object> {
    const result = await this.healthCheckService
      .check([() => this.databaseAnswers()])
      .catch((error: { getResponse?: () => object }) => ({ status: 'error', ...error.getResponse?.() }));
    if (result.status !== 'ok') void reply.status(503).header('retry-after', '2');
    return result;
  }

  private async databaseAnswers(): Promise<HealthIndicatorResult> {
    return this.database.ask('select 1').then(
      () => ({ database: { status: 'up' as const } }),
      () => ({ database: { status: 'down' as const, message: 'PostgreSQL does not answer.' } }),
    );
  }
}
