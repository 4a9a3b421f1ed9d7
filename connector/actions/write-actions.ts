import type { WriteAction } from './action.ts'
import { createApplication } from './create-application.ts'
import { createCandidate } from './create-candidate.ts'

/** Every action that writes. */
export const writeActions = [createCandidate, createApplication] as unknown as readonly WriteAction[]
