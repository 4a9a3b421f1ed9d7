import { z } from '@hono/zod-openapi'

/** A list in a query parameter: values joined by commas. */
export function commaList(description: string) {
  return z
    .string()
    .optional()
    .transform((text) => (text === undefined ? undefined : text.split(',').map((word) => word.trim())))
    .openapi({ type: 'string', description })
}

/** A date or a date-time in a query parameter, as ISO 8601 with milliseconds. */
export function instant(description: string) {
  return z
    .string()
    .refine(
      (text) => /^\d{4}-\d{2}-\d{2}/.test(text) && !Number.isNaN(Date.parse(text)),
      'must be a date or a date-time',
    )
    .transform((text) => new Date(text).toISOString())
    .optional()
    .openapi({ type: 'string', format: 'date-time', description })
}

const flag = z
  .enum(['true', 'false'])
  .default('false')
  .transform((text) => text === 'true')
  .openapi({ type: 'string', enum: ['true', 'false'] })

/** What every list takes. */
export const listParameters = z.object({
  cursor: z.string().optional().openapi({ description: '`next` of the page before; other filters must be the same' }),
  page_size: z.coerce.number().int().min(1).max(250).default(100),
  updated_after: instant('Rows that changed after it, or whose nested rows did'),
  include_deleted: flag,
  ignore_unsupported_filters: flag,
  ids: commaList('Ids of the rows'),
  remote_ids: commaList('Remote ids of the rows'),
})

export type ListParameters = z.infer<typeof listParameters>

/** The bearer key and the integration, which every `/ats` call names. */
export const integrationHeaders = z.object({
  'x-integration-id': z.string().optional().openapi({ description: '`icims:` and the id of the integration' }),
})

export const errorBody = z
  .object({
    status: z.literal('error'),
    error: z.object({
      code: z.string().nullable(),
      title: z.string().nullable(),
      message: z.string(),
      log_url: z.string().nullable(),
    }),
  })
  .openapi('Error')

/** What every route may answer instead. */
export const errorResponses = {
  400: { description: 'The request is invalid', content: { 'application/json': { schema: errorBody } } },
  401: { description: 'The API key is invalid', content: { 'application/json': { schema: errorBody } } },
  404: { description: 'No such integration', content: { 'application/json': { schema: errorBody } } },
  409: { description: 'The first sync has not finished', content: { 'application/json': { schema: errorBody } } },
}
