import type { ControlApp } from './api.ts'

/** The path parameter of the routes about one tenant. */
const customerId = {
  name: 'customerId',
  in: 'path',
  required: true,
  schema: { type: 'integer' },
  description: 'Customer id of the tenant.',
} as const

/** The OpenAPI document of the control API: each route for the simulator's own tenant, and for each tenant by its customer id. */
export function describeControl(app: ControlApp): object {
  const { paths = {}, ...document } = app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'iCIMS simulator: control',
      version: '1',
      description:
        'Steers the simulator; nothing of it is iCIMS. On this machine only, unless a control token was set: it is then sent as a bearer token.',
    },
    security: [{ controlToken: [] }, {}],
  })
  const described = Object.entries(paths).map(([path, item]) => [
    path,
    path.startsWith('/_sim/tenants/{customerId}/') ? { ...item, parameters: [customerId] } : item,
  ])
  return {
    ...document,
    components: {
      ...document.components,
      securitySchemes: { controlToken: { type: 'http', scheme: 'bearer' } },
    },
    paths: Object.fromEntries(described),
  }
}
