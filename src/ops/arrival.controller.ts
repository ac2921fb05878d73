import { Controller, Get, Headers, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { HeldKeys } from '../accounts/held-keys.ts';
import { notFound } from '../kernel/common.problems.ts';
import { Config } from '../platform/config/settings.ts';
import { For } from '../platform/http/access.ts';
import { listOfNetworks } from '../platform/http/network.ts';
import { PROOF_FIELD } from './doctor/ask-public-url.ts';
import type { Arrival } from './examined-server.policy.ts';

/** Tells the doctor how its request arrived. For everybody else there is nothing here. */
@ApiExcludeController()
@Controller('health')
@For('reader')
export class ArrivalController {
  private readonly isTrusted: (ip: string) => boolean;

  constructor(
    private readonly heldKeys: HeldKeys,
    config: Config,
  ) {
    this.isTrusted = listOfNetworks(config.get('TRUSTED_PROXIES'));
  }

  /** Throws `not-found` without a proof that the caller has the keys of this server. */
  @Get('arrival')
  read(@Headers(PROOF_FIELD) proof: string | undefined, @Req() request: FastifyRequest): Arrival {
    if (proof === undefined || !this.heldKeys.isProof(proof)) throw notFound();
    const peer = request.socket.remoteAddress ?? '';
    const isForwarded = request.headers['x-forwarded-for'] !== undefined;
    return { isForwarded, isTrusted: this.isTrusted(peer), peer: peer.replace(/^::ffff:(?=\d+\.)/, '') };
  }
}
