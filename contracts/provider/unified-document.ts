import { createApi } from '../../connector/api/app.ts'
import {
  type ApiDocument,
  type DescribedOperation,
  findUnfit as findUnfitOf,
  readOperations,
} from '../../connector/api/check-answers.ts'

let operations: readonly DescribedOperation[] | undefined

/** Every operation of the unified API's document. */
export function describedOperations(): readonly DescribedOperation[] {
  operations ??= readOperations(readDocument())
  return operations
}

/** What does not fit between an answer of the unified API and its OpenAPI document, or undefined. */
export function findUnfit(request: { method: string; url: string }, answer: Response): Promise<string | undefined> {
  return findUnfitOf(describedOperations(), request, answer)
}

/** A connector's API whose every answer is checked: one that does not fit is thrown. */
export function withCheckedAnswers<Api extends { fetch(request: Request): Promise<Response> }>(api: Api): Api {
  return {
    ...api,
    async fetch(request) {
      const { method, url } = request
      const answer = await api.fetch(request)
      const unfit = await findUnfit({ method, url }, answer)
      if (unfit !== undefined) throw new Error(unfit)
      return answer
    },
  }
}

function readDocument(): ApiDocument {
  // Its routes are added whatever they would work on.
  const app = createApi({ limits: { requestsPerMinute: null, concurrentActions: null } } as never)
  return app.getOpenAPI31Document({ openapi: '3.1.0', info: { title: '', version: '' } }) as unknown as ApiDocument
}
