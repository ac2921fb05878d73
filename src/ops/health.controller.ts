import { Controller, Get, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { HealthCheckService, type HealthIndicatorResult } from '@nestjs/terminus';
import type { FastifyReply } from 'fastify';
import { Database } from '../platform/database/database.ts';
import { For } from '../platform/http/access.ts';
import { AlsoAnswers } from '../platform/http/contract/answers.ts';

interface Indicator {
  /** Whether it answers. */
  status: 'up' | 'down';
  /** The fault; absent without one. */
  message?: string;
}

interface LivenessView {
  /** Always `ok`. */
  status: 'ok';
}

/** The needs of the server, by name: all, those that answer and those that do not. */
interface ReadinessView {
  /** Whether the server can do its work. */
  status: 'ok' | 'error' | 'shutting_down';
  /** The needs that answer, by name. */
  info?: Record<string, Indicator>;
  /** The needs that do not answer, by name. */
  error?: Record<string, Indicator>;
  /** All that is needed, by name. */
  details?: Record<string, Indicator>;
}

@ApiTags('health')
@Controller('health')
@For('reader')
export class HealthController {
  constructor(
    private readonly healthCheckService: HealthCheckService,
    private readonly database: Database,
  ) {}

  /** Says that the process answers. */
  @Get('live')
  live(): LivenessView {
    return { status: 'ok' };
  }

  /** Says whether the server can do its work, or what is missing. */
  @Get('ready')
  @AlsoAnswers<ReadinessView>(503)
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<ReadinessView> {
    const result = (await this.healthCheckService
      .check([() => this.databaseAnswers()])
      .catch((error: { getResponse?: () => object }) => ({
        status: 'error',
        ...error.getResponse?.(),
      }))) as ReadinessView;
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
