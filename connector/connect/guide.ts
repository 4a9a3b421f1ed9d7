import type { Feature } from '../coverage/coverage.ts'
import { infer } from '../models/model.ts'
import { type Permission, permissions } from './permissions.ts'

export const guideFeature: Feature = {
  id: 'connection_guide',
  label: 'Connection guide',
  origin: infer('what the calls of the connector need, in our own words'),
}

export const prerequisitesFeature: Feature = {
  id: 'prerequisites',
  label: 'Prerequisites',
  origin: infer('what answers show, and the searches and schemas that name a field (SRCH, D11, D27)'),
}

/** One step of the connection guide. */
export type GuideStep = { title: string; text: readonly string[]; permissions?: readonly Permission[] }

/** What an administrator of iCIMS does to connect, in order. The permissions are those that the check tries out. */
export const guide: readonly GuideStep[] = [
  {
    title: 'Ask iCIMS for an integration account',
    text: [
      'Accounts for the API are made by iCIMS. Write to your iCIMS account team or to iCIMS support, and ask for an integration account (also called API user) for this connection alone.',
      'Ask for one of these, whichever your contract has: a username and password (Basic), a username and signing key (HMAC), or a client id and client secret (OAuth 2.0).',
      'Ask for your customer id as well: the number in the addresses of your API, such as 1234.',
    ],
  },
  {
    title: 'Say what the account may do',
    text: [
      'Ask that the account is in a login group that may use web services and the Search API. iCIMS hides what an account may not see without saying so: a field that is missing here arrives empty, with no error.',
    ],
    permissions,
  },
  {
    title: 'Look for what could be in the way',
    text: [
      'Search locks, security rules and hidden fields of the profile layout apply to the account too. Ask that none of them leaves out jobs, people or workflows that you want to connect.',
      'If your iCIMS restricts accounts to known IP addresses, ask whoever sent you here for theirs.',
      'iCIMS counts API calls by the day, 10,000 unless your contract says otherwise. The first sync of a large account may take more than one day.',
    ],
  },
  {
    title: 'Enter the account here',
    text: [
      'Enter what iCIMS gave you. It is tried out first: nothing is written, and you see what was found before anything is connected.',
    ],
  },
]
