import type { Socket } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { headersTooLarge, malformedRequest, notFound, tooSlow } from '../../kernel/common.problems.ts';
import { blindId } from '../../kernel/ids.ts';
import type { Problem } from '../../kernel/problem.ts';
import { problemDocument } from './problem-document.ts';

/** Answers what Fastify refuses before any hook: 404 for a path that cannot be decoded. */
export function refusePathWith(
  fixed: Readonly<Record<string, string>>,
): (error: Error, request: FastifyRequest, reply: FastifyReply) => void {
  const headers = {
    ...fixed,
    'content-type': 'application/problem+json; charset=utf-8',
    'cache-control': 'no-store',
  };
  return (_error, _request, reply) =>
    void reply
      .status(404)
      .headers(headers)
      .send(JSON.stringify(problemDocument(notFound(), 'en', blindId())));
}

/** Answers what Node cannot parse as HTTP. There is no request yet, so the answer is written to the socket. */
export function refuseBytes(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const problem = problemFor(error.code);
  const body = JSON.stringify(problemDocument(problem, 'en', blindId()));
  const { status } = problem.kind;
  socket.end(
    `HTTP/1.1 ${status} Refused\r\ncontent-type: application/problem+json; charset=utf-8\r\ncontent-length: ` +
      `${Buffer.byteLength(body)}\r\ncache-control: no-store\r\nconnection: close\r\n\r\n${body}`,
  );
}

function problemFor(code: string | undefined): Problem {
  if (code === 'HPE_HEADER_OVERFLOW') return headersTooLarge();
  return code === 'ERR_HTTP_REQUEST_TIMEOUT' ? tooSlow() : malformedRequest();
}
