import { updateOrderResult } from '../assessment/update-order-result.ts'
import type { WriteAction } from './action.ts'
import { addApplicationAttachment } from './add-application-attachment.ts'
import { addApplicationResultLink } from './add-application-result-link.ts'
import { addCandidateAttachment } from './add-candidate-attachment.ts'
import { createApplication } from './create-application.ts'
import { createCandidate } from './create-candidate.ts'
import { moveApplicationToStage } from './move-application-to-stage.ts'

/** Every action that writes. */
export const writeActions = [
  createCandidate,
  createApplication,
  addApplicationAttachment,
  moveApplicationToStage,
  addApplicationResultLink,
  addCandidateAttachment,
] as unknown as readonly WriteAction[]

/** The same, and what the assessment API writes: all that may be cut off and is gone on with. */
export const resumableActions = [...writeActions, updateOrderResult] as unknown as readonly WriteAction[]
