import { type ClientFault } from '../errors.ts';

const message = /^messages\.(\d+)(?:\.content)?/u;

/** Names what a fault says of a message of a chat by the place from which the message came. */
export function namedBy(places: readonly string[]): (fault: ClientFault) => ClientFault {
  const rename = (text: string): string => text.replace(message, (found, index: string) => places[Number(index)] ?? found);
  return (fault) => ({
    ...fault,
    message: rename(fault.message),
    ...(fault.param === undefined ? {} : { param: rename(fault.param) }),
  });
}
