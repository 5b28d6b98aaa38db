import dgram from 'node:dgram';
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
/**
 * Makes everything in this process that reaches for the network throw: sockets of TCP (and with them http, https,
 * TLS, fetch and WebSocket), UDP, DNS. The second best, for systems that grant no namespace: it does not hold for
 * other processes, native add-ons and an extractor that takes pains. Sockets of the file system stay free.
 */
export function refuseNetwork() {
    refuse(net.Socket.prototype, 'connect', 'a connection', isPath);
    for (const method of ['send', 'connect', 'bind'])
        refuse(dgram.Socket.prototype, method, 'UDP');
    refuseDns();
    syncBuiltinESMExports();
}
/** Whether a call of `connect` names a socket in the file system; `net.connect` hands over its arguments as a list. */
function isPath([first]) {
    const target = Array.isArray(first) ? first[0] : first;
    if (typeof target === 'string')
        return !/^\d+$/.test(target);
    return typeof target === 'object' && target !== null && 'path' in target && Boolean(target.path);
}
function refuseDns() {
    const isQuery = (name) => /^(?:lookup|lookupService|resolve.*|reverse)$/.test(name);
    for (const owner of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype]) {
        for (const name of Object.getOwnPropertyNames(owner).filter(isQuery))
            refuse(owner, name, 'a DNS query');
    }
}
/** Has a method throw, unless it is called with something harmless. */
function refuse(owner, method, what, isHarmless = () => false) {
    const original = Reflect.get(owner, method);
    if (typeof original !== 'function')
        return;
    const value = new Proxy(original, {
        apply(target, self, call) {
            if (!isHarmless(call))
                throw refusal(what);
            return Reflect.apply(target, self, call);
        },
    });
    Object.defineProperty(owner, method, { configurable: true, writable: true, value });
}
function refusal(what) {
    const words = `${what} was refused: extractors run without a network unless they declare network: true`;
    return Object.assign(new Error(words), { code: 'ENETUNREACH' });
}
