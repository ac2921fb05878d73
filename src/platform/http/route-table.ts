import { Injectable } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { DeclaredAccess } from './declared-access.ts';

interface KnownRoute {
  /** Of decoded paths; null for a route that takes every path below one. */
  readonly pattern: RegExp | null;
  readonly methods: Set<string>;
  /** Whether the reads of the route look at no session: the same answer for everybody. */
  isPublic: boolean;
}

const READS: readonly string[] = ['GET', 'HEAD'];

/** Every route the router has, by its path: what an address could be asked, and whether that is public. */
@Injectable()
export class RouteTable {
  private readonly routes = new Map<string, KnownRoute>();

  constructor(private readonly declaredAccess: DeclaredAccess) {}

  /** Before the first route is registered. */
  install(fastify: FastifyInstance): void {
    fastify.addHook('onRoute', ({ method, url }) => {
      for (const each of [method].flat()) this.add(each, url);
    });
  }

  private add(method: string, url: string): void {
    const route = this.routes.get(url) ?? { pattern: patternOf(url), methods: new Set(), isPublic: false };
    route.methods.add(method);
    if (method === 'GET') route.isPublic = this.declaresPublic(url);
    this.routes.set(url, route);
  }

  /** Whether a path is public; one without a controller is a file of ours: the client, the documents of the API. */
  private declaresPublic(url: string): boolean {
    const declared = this.declaredAccess.find('GET', url);
    return declared === undefined || declared.access.caller === 'reader';
  }

  /** Whether no route was made for what a request asks: the router has none, or one that takes every path below. */
  isUnmatched({ is404, routeOptions }: FastifyRequest): boolean {
    return is404 || this.routes.get(routeOptions.url ?? '')?.pattern === null;
  }

  /** Whether a request was matched to a route whose reads are public, and reads. */
  isPublicRead({ method, routeOptions }: FastifyRequest): boolean {
    return READS.includes(method) && (this.routes.get(routeOptions.url ?? '')?.isPublic ?? false);
  }

  /** The same for a decoded path that no router has looked at. */
  isPublicPath(path: string): boolean {
    const matching = this.matching(path);
    return matching.length > 0 && matching.every(({ isPublic }) => isPublic);
  }

  /** The methods that some route takes at a decoded path; none where there is none. */
  methodsAt(path: string): string[] {
    return [...new Set(this.matching(path).flatMap(({ methods }) => [...methods]))].toSorted();
  }

  /** Routes that take every path below one (the built client, the API's page) are left out. */
  private matching(path: string): KnownRoute[] {
    return [...this.routes.values()].filter(({ pattern }) => pattern?.test(path));
  }
}

/** A path of the router, `/threads/:id/comments`, as a pattern of decoded paths. */
function patternOf(url: string): RegExp | null {
  if (url.includes('*')) return null;
  const source = url.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll(/:\w+/g, '[^/]+');
  return new RegExp(`^${source}$`);
}
