import type { EventSubscription } from '../../../simulator/events/subscription.ts'
import type { Deliver } from '../../../simulator/events/transport.ts'
import type { Simulator, SimulatorOptions } from '../../../simulator/index.ts'
import { createTenant } from '../../tenant.ts'

/** What a partner got. */
// biome-ignore lint/suspicious/noExplicitAny: tests look into bodies of any shape
export type Received = { url: string; headers: Headers; body: any }

/** A tenant whose events come here. */
export type Told = {
  simulator: Simulator
  received: Received[]
  /** Ids of recruiting workflows in the order of the tenant, all in the first status or another. */
  workflows: number[]
  [Symbol.asyncDispose](): Promise<void>
}

export const partnerUrl = 'https://partner.example.com/events'
export const statusChange: EventSubscription = {
  eventType: 'WorkFlowStatusChangeEvent',
  url: partnerUrl,
  auth: { type: 'none' },
}

/** @param answer what the partner says; 200 unless given. */
export async function createTold(
  events: readonly EventSubscription[] = [statusChange],
  answer: (received: Received) => Response | Promise<Response> = () => new Response(null, { status: 200 }),
  options: SimulatorOptions = {},
): Promise<Told> {
  const received: Received[] = []
  const deliver: Deliver = async (request) => {
    const text = await request.text()
    const one = { url: request.url, headers: request.headers, body: text.startsWith('{') ? JSON.parse(text) : text }
    received.push(one)
    return answer(one)
  }
  const { tenant = {}, ...rest } = options
  const simulator = await createTenant({ people: 24, deliver, tenant: { events, ...tenant }, ...rest })
  const workflows = [...simulator.tenant.store.each('applicantworkflow')].map(({ id }) => id)
  return { simulator, received, workflows, [Symbol.asyncDispose]: () => simulator.close() }
}
