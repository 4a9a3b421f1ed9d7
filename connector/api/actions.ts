import type { ActionEndpoint } from './action.ts'
import { addApplicationAttachment } from './add-application-attachment.ts'
import { addApplicationResultLink } from './add-application-result-link.ts'
import { addCandidateAttachment } from './add-candidate-attachment.ts'
import { createApplication } from './create-application.ts'
import { createCandidate } from './create-candidate.ts'
import { moveApplicationToStage } from './move-application-to-stage.ts'
import { updateOrderResult } from './update-order-result.ts'

/** Every action that writes, with its path. */
export const actionEndpoints: readonly ActionEndpoint[] = [
  createCandidate,
  createApplication,
  addApplicationAttachment,
  moveApplicationToStage,
  addApplicationResultLink,
  addCandidateAttachment,
  updateOrderResult,
]
