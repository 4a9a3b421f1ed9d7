import { createHmac } from 'node:crypto'
import type { SendOutcome, SendWebhook } from '../../../connector/webhooks/send.ts'

/** A webhook as it arrived. */
export type Received = { url: string; headers: Record<string, string>; body: string; type: string; data: never }

/** Takes webhooks in place of the network, and answers as it is told. */
export function createReceiver(): { send: SendWebhook; received: Received[]; answer: SendOutcome; types(): string[] } {
  const receiver = {
    received: [] as Received[],
    answer: { status: 200, error: null } as SendOutcome,
    types: () => receiver.received.map(({ type }) => type),
    send: async (url: string, headers: Record<string, string>, body: string) => {
      receiver.received.push({ url, headers, body, ...JSON.parse(body) })
      return receiver.answer
    },
  }
  return receiver
}

/** What a client does to believe a webhook. */
export function isSigned({ headers, body }: Received, secret: string): boolean {
  return headers['X-Kombo-Signature'] === createHmac('sha256', secret).update(body).digest('base64url')
}
