import { isSameSecret } from '../auth/secrets.ts'
import { icimsHosts } from '../hosts.ts'
import { isLoopback } from '../loopback.ts'

/**
 * Why a request may not steer the simulator, or undefined when it may. Pages in a browser may not, whatever name they reach
 * it by: one that names a foreign `Origin` is refused, and so is a host name that is neither of this machine nor of iCIMS,
 * since a page's own name can be made to lead here (DNS rebinding). With a token, whoever has it may, by any name.
 *
 * @param token what the simulator was started with.
 */
export function refuseControl(request: Request, token: string | undefined): Response | undefined {
  const { origin, hostname } = new URL(request.url)
  const page = request.headers.get('origin')
  if (page !== null && page !== origin) return refuse(403, `Requests from pages of ${page} are refused.`)
  if (token !== undefined) {
    const [, given] = /^bearer +(.*\S)\s*$/i.exec(request.headers.get('authorization') ?? '') ?? []
    if (given !== undefined && isSameSecret(given, token)) return undefined
    const reason = given === undefined ? 'The control token is missing' : 'The control token is wrong'
    return refuse(401, `${reason}: send it as "Authorization: Bearer <token>".`, { 'www-authenticate': 'Bearer' })
  }
  if (isLoopback(hostname) || icimsHosts.includes(hostname)) return undefined
  return refuse(
    403,
    `The name ${hostname} may not steer the simulator. Use 127.0.0.1, or start it with a control token.`,
  )
}

function refuse(status: 401 | 403, error: string, headers: Record<string, string> = {}): Response {
  return Response.json({ error }, { status, headers })
}
