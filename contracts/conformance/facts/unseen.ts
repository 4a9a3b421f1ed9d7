import { type Fact, fact } from '../fact.ts'
import { NotTestableError } from '../witness.ts'

type Evidence = Parameters<typeof fact>[1]

/** How the ids begin of what no run can look at. */
export const unseenPrefix = 'unseen.'

/** What cannot be seen by calling: the id, the evidence and the fact, by the reason. */
const reasons: Readonly<Record<string, readonly (readonly [string, Evidence, string])[]>> = {
  'it lies below what a fetch can ask for': [
    ['http-version', ['doc', 'D1'], 'A request of another version than HTTP/1.1 is answered 505'],
    ['tls', ['doc', 'D22'], 'Connections are by TLS 1.2'],
    ['close', ['client', 'C1'], 'The answer to a PATCH closes the connection'],
    ['content-length', ['doc', 'D1'], 'A request says its length'],
  ],
  'its number is printed nowhere that can be read': [
    ['body-cap', ['doc', 'D1'], 'A body beyond a cap is refused'],
    ['clock-skew', ['infer', 'C5'], 'The date of a signature may be some minutes off'],
    ['custom-field', ['doc', 'SRCH, FORUM2'], 'Custom fields are searched as customfield####.text, with a dot'],
    [
      'collection-field',
      ['doc', 'SRCH, FORUM2'],
      'Fields in collections are searched as collectionfield####text, without a dot',
    ],
    ['zip-radius', ['doc', 'SRCH'], 'A radius around a ZIP code is searched by zipradius'],
  ],
  'a run takes less time than that': [
    ['token-expiry', ['doc', 'D28'], 'A token that has ended is answered 401, and another is asked for the same way'],
    ['quota-back', ['client', 'C1'], 'The calls of a day come back at midnight UTC'],
    ['staleness-15', ['doc', 'SRCH'], 'A search is asked anew once its answer is 15 minutes old'],
    ['text-extraction', ['doc', 'D8'], 'The text of a file is given up after two attempts and 90 seconds'],
  ],
  'it would take the place of calls that others need': [
    [
      'token-throttle',
      ['client', 'C4'],
      'More than 500 token requests in ten minutes are throttled, or the client is disabled',
    ],
    ['search-load', ['doc', 'SRCH'], 'Searches are meant for background work, not for live look-ups'],
  ],
  'only people in the platform do it': [
    ['purge', ['doc', 'KB'], 'A purged profile is not found any more, and no search finds it'],
    ['merge', ['doc', 'KB, M2'], 'A merged person is renamed "Merged with" and the id of the other one'],
    ['merge-workflows', ['infer', 'KB'], 'Recruiting workflows go over to the person who stays'],
    ['entrance', ['doc', 'KB'], 'A workflow that does not meet the criteria of a status cannot enter it'],
    ['posting', ['doc', 'EVT, D26'], 'A job is on a career portal before it is on a job board'],
    ['forced-status', ['doc', 'KB'], 'A profile with many links cannot be purged'],
  ],
  'what it needs cannot be found or made by calling': [
    ['required-unrelated', ['doc', 'D24'], 'A required field that is empty blocks an unrelated change'],
    ['optional-by-group', ['doc', 'D24'], 'Which fields are required may differ by login group'],
    ['form-disabled', ['doc', 'IFRM, C10'], 'A disabled form is answered 403 with code 3: no list names one'],
    ['form-unfit', ['doc', 'IFRM'], 'A form that web services cannot take is answered 403'],
    ['school-hidden', ['doc', 'D16'], 'A school that is hidden in its list is refused'],
    ['school-several', ['doc', 'D16'], 'Of several schools of one name any is taken'],
    ['onboard-job', ['client', 'C2'], 'An onboarding workflow takes a job by its id'],
    ['board-report', ['doc', 'JDIS'], 'A distributor reports its job boards by PATCH, all of them each time'],
    ['collection-file', ['doc', 'D9'], 'A file in a collection makes its group by POST'],
    ['offer-again', ['client', 'C4'], 'A letter that is missing is made anew by a POST with force=True'],
    ['internal-error', ['doc', 'D13'], 'An error of the platform is answered 500 with code 0'],
  ],
  'the page says "where possible", so that either answer fits': [
    ['shared-cache', ['doc', 'SRCH'], 'A search of one user may be answered with what another one was answered'],
  ],
  'one page says it, and a recorded request is otherwise': [
    ['event-gzip', ['doc', 'EVE'], 'The body of an event is compressed'],
  ],
  'no answer that has both was seen': [
    ['warnings-body', ['doc', 'D13'], 'Warnings stand in the body under warnings, too'],
  ],
  'another host answers it': [
    ['hosts', ['doc', 'D1'], 'Customers of the EU are answered at api-eu.icims.com only'],
    ['login-hosts', ['infer', 'P1'], 'Each region has a login host of its own'],
  ],
  'a partner sees it, and what it answers': [
    ['event-timeout', ['doc', 'BGC'], 'A partner has some 30 seconds to answer an event'],
    ['event-once', ['infer', 'EVT'], 'An event that fails is not sent again by itself'],
    ['event-errors', ['doc', 'VERR'], 'userMessage of a refusal is shown, its placeholders filled in'],
    ['event-redirect', ['doc', 'EVT, EVS'], 'A 303 with a Location leads the user on'],
    ['event-return', ['doc', 'EVA'], 'Coming back to returnUrl ends the application'],
    ['event-api', ['doc', 'EVS'], 'A status written through the API sets off no event'],
    ['event-trigger', ['doc', 'EVS'], 'An event is set off by the statuses that are configured for it'],
    ['event-order', ['infer', 'EVT'], 'A move is saved before its event is sent'],
  ],
  'no partner without a contract sees it': [
    ['streaming', ['client', 'C10'], 'A separate product streams changes, deletions too'],
  ],
}

/** Evidenced facts that no check can see from outside, so that the belief report names them with the reason. */
export const unseenFacts: readonly Fact[] = Object.entries(reasons).flatMap(([reason, facts]) =>
  facts.map(([id, evidence, title]) =>
    fact(unseenPrefix + id, evidence, title, async () => {
      throw new NotTestableError(reason)
    }),
  ),
)
