import { createRoute, z } from '@hono/zod-openapi'
import type { FaultRule } from '../faults/rule.ts'
import { faultInput, faultRule } from '../faults/schema.ts'
import { type AddRoutes, jsonContent, refusal } from './api.ts'

const standing = z
  .intersection(
    faultRule,
    z.object({
      id: z.number().int(),
      matched: z.number().int().openapi({ description: 'Calls it was about.' }),
      hits: z.number().int().openapi({ description: 'Calls it made go wrong.' }),
    }),
  )
  .openapi('Fault')
const faults = z.object({ faults: z.array(standing) })

const list = createRoute({
  method: 'get',
  path: '/faults',
  summary: 'The faults that stand, with what each has hit',
  responses: { 200: jsonContent('Rules in the order they were written.', faults) },
})

const add = createRoute({
  method: 'post',
  path: '/faults',
  summary: 'Make calls go wrong on purpose: one rule, or a named set',
  request: { body: { required: true, content: { 'application/json': { schema: faultInput } } } },
  responses: {
    200: jsonContent('The rules that now stand.', faults),
    400: refusal('A rule that does not fit, or names what there is not.'),
  },
})

const clear = createRoute({
  method: 'delete',
  path: '/faults',
  summary: 'Remove every fault',
  responses: { 200: jsonContent('Gone.', faults) },
})

const remove = createRoute({
  method: 'delete',
  path: '/faults/{id}',
  summary: 'Remove one fault',
  request: { params: z.object({ id: z.coerce.number().int() }) },
  responses: { 200: jsonContent('Gone; those that still stand.', faults), 404: refusal('No such fault.') },
})

/** `/faults`: what goes wrong on purpose. */
export const addFaults: AddRoutes = (app) => {
  app.openapi(list, (context) => context.json({ faults: context.var.simulator.tenant.faults.list() }, 200))
  app.openapi(add, (context) => {
    const given = context.req.valid('json')
    // zod says `undefined` where it means that a key is not there.
    const added = context.var.simulator.tenant.faults.add('set' in given ? given.set : (given as FaultRule))
    return context.json({ faults: added }, 200)
  })
  app.openapi(clear, (context) => {
    context.var.simulator.tenant.faults.clear()
    return context.json({ faults: [] }, 200)
  })
  app.openapi(remove, (context) => {
    const { faults } = context.var.simulator.tenant
    faults.remove(context.req.valid('param').id)
    return context.json({ faults: faults.list() }, 200)
  })
}
