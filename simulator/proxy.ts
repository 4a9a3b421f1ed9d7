import { createServer, type Server } from 'node:http'
import { connect } from 'node:net'
import { type Duplex, pipeline } from 'node:stream'
import { icimsHosts } from './hosts.ts'

/**
 * A proxy for clients with a fixed `https://api.icims.com`, found through their `HTTPS_PROXY`: it leads the names of iCIMS
 * to a port of ours and no other name anywhere.
 *
 * @param target where the tunnels lead; TLS must be spoken there.
 * @param onRefused told of every request that was for something else.
 */
export function createProxy(target: URL, onRefused: (message: string) => void): Server {
  const refuse = (method: string | undefined, address: string | undefined): string => {
    const reason = `The proxy leads to ${icimsHosts.join(', ')} on port 443 only, not ${method} ${address}.`
    onRefused(reason)
    return reason
  }
  const proxy = createServer(({ method, url }, response) => {
    const reason = refuse(method, url)
    response.writeHead(403, { 'content-type': 'text/plain', 'content-length': Buffer.byteLength(reason) }).end(reason)
  })
  return proxy.on('connect', ({ method, url = '' }, socket: Duplex, head: Buffer) => {
    const [, name = ''] = /^(.*):443$/.exec(url) ?? []
    if (!icimsHosts.includes(name.toLowerCase())) {
      refuse(method, url)
      socket.on('error', () => undefined)
      socket.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n')
      return
    }
    const tunnel = connect({ host: target.hostname.replace(/^\[|\]$/g, ''), port: Number(target.port) })
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n')
    tunnel.write(head)
    // An end that goes away takes the other with it, and is no trouble of anybody else's.
    pipeline(socket, tunnel, socket, () => undefined)
  })
}
