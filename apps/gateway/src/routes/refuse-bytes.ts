import { type Socket } from 'node:net';
import { envelopeOf } from '../errors.ts';
import { notHttp } from './request-errors.ts';

type ParserError = Error & { readonly code?: string; readonly rawPacket?: unknown };

/**
 * Answers bytes that are no HTTP request, in the envelope, and closes the connection: nothing after them can be trusted. Node reads 16 KB of an address and its headers and no more;
 * a browser whose address is longer gets `overlongPage`.
 */
export function refuseBytes(error: ParserError, socket: Socket, overlongPage: () => string): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const isPage =
    error.code === 'HPE_HEADER_OVERFLOW' && Buffer.isBuffer(error.rawPacket) && isOfBrowser(error.rawPacket.toString('latin1'));
  const body = isPage ? overlongPage() : JSON.stringify(envelopeOf(notHttp));
  const head = [
    isPage ? 'HTTP/1.1 431 Request Header Fields Too Large' : 'HTTP/1.1 400 Bad Request',
    ...(isPage ? pageHead : ['Content-Type: application/json; charset=utf-8']),
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => {
    socket.destroy();
  });
}

const pageHead = [
  'Content-Type: text/html; charset=utf-8',
  "Content-Security-Policy: default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options: nosniff',
  'Cache-Control: no-store',
];

/** Of a request that came in parts only the last is there: one without an end of line is in the middle of an address, which people are led to and programs write seldom. */
function isOfBrowser(packet: string): boolean {
  if (/^[A-Z]+ \/(?:v1|internal)\//.test(packet)) return false;
  const accepted = /\r\naccept:([^\r\n]*)/i.exec(packet)?.[1];
  return accepted === undefined ? !packet.includes('\r\n') : /text\/html\b/i.test(accepted);
}
