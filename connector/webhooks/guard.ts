import { type Caller, checkAddress } from '../outgoing/guard.ts'

/** Who sends webhooks, to the guard of outgoing calls. */
export function webhookCaller(allowLoopback: boolean): Caller {
  return { refusal: 'Webhooks may not be sent to', allowLoopback, loopbackFlag: '--allow-loopback-webhooks' }
}

/**
 * Checks what can be checked of a target before its name is looked up.
 *
 * @throws ForbiddenTargetError when no webhook may go there.
 */
export function checkTarget(text: string, allowLoopback: boolean): URL {
  return checkAddress(text, webhookCaller(allowLoopback))
}
