import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { describeCoverage } from '../coverage/coverage.ts'
import type { ApiEnvironment } from './app.ts'
import { errorResponses } from './schemas.ts'

const field = z.object({ id: z.string(), coverage_status: z.string() }).loose()
const part = field.extend({ label: z.string(), fields: z.array(field) })

const shape = z.object({
  id: z.string(),
  label: z.string(),
  internal_label: z.string().nullable(),
  assets: z.object({ logo_url: z.string(), icon_url: z.string(), icon_black_url: z.string() }),
  paid_api_details_markdown: z.string().nullable(),
  fast_track_details_markdown: z.string().nullable(),
  partner_only_details_markdown: z.string().nullable(),
  connection_guide_url: z.string().nullable(),
  coverage: z.object({
    read_models: z.array(part),
    write_actions: z.array(part),
    features: z.array(field.extend({ label: z.string() })),
  }),
})

const route = createRoute({
  method: 'get',
  path: '/tools/{category}',
  summary: 'The tools of a category, with what is covered of each',
  request: { params: z.object({ category: z.enum(['ats', 'hris', 'assessment', 'lms']) }) },
  responses: {
    200: {
      description: 'One tool where the category is `ats`. Fields say beside their status where they come from.',
      content: {
        'application/json': {
          schema: z.object({ status: z.literal('success'), data: z.object({ tools: z.array(shape) }) }),
        },
      },
    },
    400: errorResponses[400],
    401: errorResponses[401],
    429: errorResponses[429],
    500: errorResponses[500],
  },
})

/** A picture of two letters: the marks of others are not ours to hand out. */
function icon(colour: string): string {
  const letters = `<text x="32" y="42" font-family="sans-serif" font-size="28" text-anchor="middle" fill="${colour}">iC</text>`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">${letters}</svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}

/** How the tool is named and shown. */
export const tool = {
  id: 'icims',
  label: 'iCIMS',
  internal_label: null,
  assets: { logo_url: icon('#1b4f72'), icon_url: icon('#1b4f72'), icon_black_url: icon('#000000') },
}

/** `GET /tools/{category}`: what this connector covers, generated from its own parts. */
export function addTools(app: OpenAPIHono<ApiEnvironment>): void {
  app.openapi(route, (context) => {
    const icims = {
      ...tool,
      paid_api_details_markdown: null,
      fast_track_details_markdown: null,
      partner_only_details_markdown: null,
      connection_guide_url: `${context.var.connect.publicUrl ?? new URL(context.req.url).origin}/connect/guide`,
      coverage: structuredClone(describeCoverage()) as z.infer<typeof shape>['coverage'],
    }
    const tools = context.req.valid('param').category === 'ats' ? [icims] : []
    return context.json({ status: 'success' as const, data: { tools } }, 200)
  })
}
