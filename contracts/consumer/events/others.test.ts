import { expect, test } from 'vitest'
import type { IcimsEventType } from '../../../connector/events/icims-event.ts'
import type { EventStateName } from '../../event-states.ts'
import { about, given, links, take } from './events.ts'

type Told = { type: IcimsEventType; state: EventStateName; what: string; rel?: string; path: 'jobs' | 'people' }

/** Events that are about a job or a person alone: the connector reads it again. */
const all: readonly Told[] = [
  {
    type: 'JobPostToWebEvent',
    state: 'a job is posted to a board',
    what: 'a job that was posted to a board',
    rel: 'job',
    path: 'jobs',
  },
  {
    type: 'JobUnpostToWebEvent',
    state: 'a job is taken off a board',
    what: 'a job that was taken off a board',
    rel: 'job',
    path: 'jobs',
  },
  // This one has no links in its body.
  {
    type: 'ViewJobWebPostEvent',
    state: 'the posting of a job is opened',
    what: 'a posting that was opened',
    path: 'jobs',
  },
  {
    type: 'RemoteLoginEvent',
    state: 'a user comes by a link',
    what: 'a user who came by a link',
    rel: 'user',
    path: 'people',
  },
  {
    type: 'OnboardPortalTaskEvent',
    state: 'a task of a new hire is opened',
    what: 'a task of a new hire',
    rel: 'person',
    path: 'people',
  },
]

test.each(all)('$what', async ({ type, state, what, rel, path }) => {
  const id = path === 'jobs' ? 1071 : 71
  const subject = `${path}/${id}`
  await given(state as 'a job is posted to a board', { id })
    .expectsToReceive(what, (message) =>
      message.withJSONContent({ ...about(type, id), ...(rel !== undefined && { links: links([rel, subject]) }) }),
    )
    .executeTest(async ({ contents }) => {
      expect(await take(contents.content)).toEqual({ status: 200, location: null, kept: [{ type, subject }] })
    })
})
