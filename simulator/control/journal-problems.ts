import { createRoute, z } from '@hono/zod-openapi'
import type { Note } from '../journal.ts'
import { describeProblem, findProblems } from '../journal-problems.ts'
import { type AddRoutes, jsonContent } from './api.ts'

const problems = createRoute({
  method: 'get',
  path: '/journal/problems',
  summary: 'What no client means to cause: unmatched routes, unread fields, dropped dates, warnings and the like',
  request: {
    query: z.object({
      allow: z.string().optional().openapi({ description: 'Kinds of notes that do not count, with commas between.' }),
    }),
  },
  responses: {
    200: jsonContent(
      'Problems, oldest first; none for a test that may pass.',
      z.object({
        problems: z.array(
          z.object({
            exchange: z.number().int().openapi({ description: 'Its number in the journal.' }),
            kind: z.string(),
            subject: z.string(),
            message: z.string(),
          }),
        ),
      }),
    ),
  },
})

/** `/journal/problems`: what a test fails on. */
export const addJournalProblems: AddRoutes = (app) => {
  app.openapi(problems, (context) => {
    const { allow = '' } = context.req.valid('query')
    const allowed = allow.split(',').map((kind) => kind.trim()) as Note['kind'][]
    const found = findProblems(context.var.simulator.tenant.journal, allowed).map((problem) => ({
      exchange: problem.entry.id,
      kind: problem.note.kind,
      subject: problem.note.subject,
      message: describeProblem(problem),
    }))
    return context.json({ problems: found }, 200)
  })
}
