/**
 * Fires on Ctrl-C, on a polite kill, and when the parent that spawned the process goes away. A second Ctrl-C ends the process
 * at once, as if nobody listened.
 */
export function stopSignal(): AbortSignal {
  const stop = new AbortController()
  const fire = (): void => stop.abort(new Error('Stopped. The next run goes on from here.'))
  process.once('SIGINT', fire)
  process.once('SIGTERM', fire)
  process.once('disconnect', fire)
  // Listening alone must not keep the process up once it has been told to stop.
  process.channel?.unref()
  return stop.signal
}
