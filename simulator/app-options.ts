/** Looks at an answer before it leaves; gives back what does not fit the document. */
export type AnswerCheck = (operationId: string, response: Response) => Promise<string[]>

/** An answer that does not fit the document, and one reason why. */
export type Unfit = { operationId: string; status: number; reason: string }

/** What the API host needs besides the tenant. */
export type AppOptions = {
  /** Told of every request that no operation answers. */
  onUnmatched?: (message: string) => void
  /** Told of a defect of ours. */
  onInternalError?: (error: unknown) => void
  /** How faults wait; real time unless given. */
  wait?: (milliseconds: number) => Promise<void>
  /** Given, every answer is checked. */
  check?: AnswerCheck
  /** Told of what a check finds. */
  onUnfit?: (unfit: Unfit) => void
  /** Answers a request that no operation answers with a 501, which says so, instead of a 404. */
  isStrict?: boolean
}

/** Waits real time. */
export function realWait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
