import { appendFileSync } from 'node:fs';
import dgram from 'node:dgram';
import dns from 'node:dns';
import net from 'node:net';
import { syncBuiltinESMExports } from 'node:module';

/** Loaded before a program: writes down and refuses every connection that leaves this machine, and every look-up of a name. */
const log = process.env.SQLWRIGHT_NETWORK_LOG;

function refuse(what) {
  appendFileSync(log, `${what}\n`);
  return new Error(`network refused: ${what}`);
}

const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function refuseRemote(...given) {
  const [first, second] = Array.isArray(given[0]) ? given[0] : given;
  const options = typeof first === 'object' && first !== null ? first : { port: first, host: second };
  const isLocal = options.path !== undefined || ['127.0.0.1', '::1', 'localhost', undefined].includes(typeof options.host === 'function' ? undefined : options.host);
  if (isLocal) return connect.apply(this, given);
  return this.destroy(refuse(`connect ${options.host}:${options.port}`));
};
const lookup = dns.lookup;
dns.lookup = (name, ...rest) => (['127.0.0.1', '::1', 'localhost'].includes(name) ? lookup(name, ...rest) : rest.at(-1)(refuse(`lookup ${name}`)));
dns.promises.lookup = (name) => Promise.reject(refuse(`lookup ${name}`));
dgram.Socket.prototype.send = () => {
  throw refuse('datagram');
};
syncBuiltinESMExports();
