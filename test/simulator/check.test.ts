import { expect, test } from 'vitest'
import { createAnswerCheck } from '../../simulator/check.ts'

test('an answer fits the document by its status, its type and, where it is JSON, its body', async () => {
  const check = createAnswerCheck()
  const answer = (status: number, type: string, body: string) =>
    new Response(body || null, { status, headers: { 'content-type': type } })
  const json = 'application/json;charset=UTF-8'
  expect(await check('getPerson', answer(200, json, '{"links":[{"rel":"self","title":"x","url":"x"}]}'))).toEqual([])
  expect(await check('getPerson', answer(200, json, '{}'))).toEqual(["the body must have required property 'links'"])
  expect(await check('getPerson', answer(200, 'text/plain', 'x'))).toEqual(['The document has no text/plain for 200.'])
  expect(await check('getPerson', answer(302, json, '{}'))).toEqual(['The status 302 is not in the document.'])
  expect(await check('updatePerson', answer(204, json, ''))).toEqual([])
  expect(await check('getPersonBinary', answer(200, 'image/png', 'x'))).toEqual([])
  expect(await check('getPersonText', answer(200, 'text/plain;charset=UTF-8', 'x'))).toEqual([])
  expect(await check('getPersonText', answer(200, 'image/png', 'x'))).toEqual([
    'The document has no image/png for 200.',
  ])
})
