import type { Operation } from '../openapi/document.ts'
import type { Problem } from './errors.ts'
import type { Note } from './journal.ts'
import type { Access } from './tenant/access.ts'
import type { ApiUser } from './tenant/config.ts'
import type { Tenant } from './tenant/tenant.ts'

/** One request on its way through the pipeline, as a resource handler sees it. */
export type Exchange = {
  tenant: Tenant
  operation: Operation
  /** The API user that signed in. */
  caller: ApiUser
  /** What the caller may see, write and search. */
  access: Access
  /** A fault: searches do not find what changed after this moment. */
  findsUpTo?: number
  /** Path parameters, decoded. */
  params: Readonly<Record<string, string>>
  query: URLSearchParams
  /** The parsed JSON body, or the bytes of one that is no JSON by the document; undefined where there was none. */
  body: unknown
  headers: Headers
  /** What every URL in the answer starts with: `https://api.icims.com/customers/1234`. */
  base: string
  /** Problems that do not stop the request: they become `X-Warning` headers. */
  warnings: Problem[]
  /** Marks for the journal. */
  notes: Note[]
}

/** What a handler answers; `render.ts` makes the response of it. */
export type Answer =
  | { status: 200; body: unknown; headers?: Readonly<Record<string, string>> }
  | { status: 200; bytes: Uint8Array; headers: Readonly<Record<string, string>> }
  | { status: 201; location: string }
  | { status: 204; location?: string }

/** One operation's handler. It throws `IcimsError` for what iCIMS refuses. */
export type Handler = (exchange: Exchange) => Answer | Promise<Answer>

/** Handlers by operationId; each resource file exports one such table. */
export type Handlers = Readonly<Record<string, Handler>>
