import { z } from '@hono/zod-openapi'
import { type ErrorCode, neverSentCodes, sentCodes, withoutCode } from './errors.ts'

/** A list in a query parameter: values joined by commas. */
export function commaList(description: string) {
  return z
    .string()
    .optional()
    .transform((text) => (text === undefined ? undefined : text.split(',').map((word) => word.trim())))
    .openapi({ type: 'string', description })
}

/** A date, or a date-time with or without its zone. */
const dateTime = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/i

/** A date or a date-time in a query parameter, as ISO 8601 with milliseconds. Without a zone it is UTC. */
export function instant(description: string) {
  return z
    .string()
    .transform((text) => {
      const match = dateTime.exec(text)
      if (match === null) return Number.NaN
      // By itself a time without a zone would be one of this machine's.
      return Date.parse(match[1] === undefined || match[4] !== undefined ? text : `${text}Z`)
    })
    .refine((milliseconds) => !Number.isNaN(milliseconds), 'must be a date or a date-time')
    .transform((milliseconds) => new Date(milliseconds).toISOString())
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

/** The integration, in the path of a call that is about one. */
export const integrationParams = z.object({
  integration_id: z.string().openapi({ description: '`icims:` and the id of the integration' }),
})

/** The bearer key and the integration, which every `/ats` call names. */
export const integrationHeaders = z.object({
  'x-integration-id': z.string().optional().openapi({ description: '`icims:` and the id of the integration' }),
})

const codes = Object.keys(sentCodes) as ErrorCode[]

export const errorBody = z
  .object({
    status: z.literal('error'),
    error: z.object({
      code: z
        .enum(codes)
        .nullable()
        .openapi({
          description: `What went wrong: branch on it. Codes of the unified API that are never sent: ${neverSentCodes.join(', ')}.`,
          'x-never-sent': neverSentCodes,
        }),
      title: z.string().nullable(),
      message: z.string(),
      log_url: z.string().nullable(),
    }),
  })
  .openapi('Error')

function errorResponse(status: number) {
  const sent = codes.filter((code) => sentCodes[code][0] === status)
  const description = sent.map((code) => `${code}: ${sentCodes[code][1]}`).join('; ')
  return { description, content: { 'application/json': { schema: errorBody } } }
}

/** What every route may answer instead. */
export const errorResponses = {
  400: errorResponse(400),
  401: errorResponse(401),
  403: errorResponse(403),
  404: errorResponse(404),
  409: errorResponse(409),
  429: errorResponse(429),
  500: errorResponse(500),
  502: { ...errorResponse(502), description: `${errorResponse(502).description}; no code: ${withoutCode[1]}` },
  503: errorResponse(503),
  504: errorResponse(504),
}
