import { applicationModel } from './application.ts'
import { applicationStageModel } from './application-stage.ts'
import { candidateModel } from './candidate.ts'
import { hiringTeamMemberModel } from './hiring-team-member.ts'
import { jobModel } from './job.ts'
import { jobPostingModel } from './job-posting.ts'
import { jobRoleAssignmentModel } from './job-role-assignment.ts'
import { jobScreeningQuestionModel } from './job-screening-question.ts'
import type { Model } from './model.ts'
import { roleModel } from './role.ts'
import { screeningQuestionModel } from './screening-question.ts'
import { userModel } from './user.ts'

/** Every model there is. */
export const models: readonly Model[] = [
  userModel,
  jobModel,
  jobPostingModel,
  candidateModel,
  applicationStageModel,
  applicationModel,
  screeningQuestionModel,
  roleModel,
  jobScreeningQuestionModel,
  jobRoleAssignmentModel,
  hiringTeamMemberModel,
]
