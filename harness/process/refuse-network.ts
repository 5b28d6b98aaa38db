import dgram from 'node:dgram';
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

/**
 * Makes everything in this process that reaches for the network throw: sockets of TCP (and with them http, https,
 * TLS, fetch and WebSocket), UDP, DNS. The second best, for systems that grant no namespace: it does not hold for
 * other processes, native add-ons and code that works around it. Sockets of the file system stay free.
 *
 * @param rule what the errors say after what was refused, e.g. `tests run without a network`
 */
export function refuseNetwork(rule: string): void {
  const refuse = refuser(rule);
  refuse(net.Socket.prototype, 'connect', 'a connection', isPath);
  for (const method of ['send', 'connect', 'bind']) refuse(dgram.Socket.prototype, method, 'UDP');
  const isQuery = (name: string): boolean => /^(?:lookup|lookupService|resolve.*|reverse)$/.test(name);
  for (const owner of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype]) {
    for (const name of Object.getOwnPropertyNames(owner).filter(isQuery)) refuse(owner, name, 'a DNS query');
  }
  syncBuiltinESMExports();
}

/** Whether a call of `connect` names a socket in the file system; `net.connect` hands over its arguments as a list. */
function isPath([first]: readonly unknown[]): boolean {
  const target: unknown = Array.isArray(first) ? first[0] : first;
  if (typeof target === 'string') return !/^\d+$/.test(target);
  return typeof target === 'object' && target !== null && 'path' in target && Boolean(target.path);
}

type Refuse = (
  owner: object,
  method: string,
  what: string,
  isHarmless?: (call: readonly unknown[]) => boolean,
) => void;

/** Makes the function that has a method throw, unless it is called with something harmless. */
function refuser(rule: string): Refuse {
  return (owner, method, what, isHarmless = () => false) => {
    const original: unknown = Reflect.get(owner, method);
    if (typeof original !== 'function') return;
    const value = new Proxy(original, {
      apply(target, self, call: unknown[]): unknown {
        if (isHarmless(call)) return Reflect.apply(target, self, call);
        throw Object.assign(new Error(`${what} was refused: ${rule}`), { code: 'ENETUNREACH' });
      },
    });
    Object.defineProperty(owner, method, { configurable: true, writable: true, value });
  };
}
