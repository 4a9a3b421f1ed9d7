import type { ActionEndpoint } from './action.ts'
import { createApplication } from './create-application.ts'
import { createCandidate } from './create-candidate.ts'

/** Every action that writes, with its path. */
export const actionEndpoints: readonly ActionEndpoint[] = [createCandidate, createApplication]
