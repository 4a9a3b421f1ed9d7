/**
 * Resolves on Ctrl-C, on a polite kill, and when the parent that spawned the process goes away. Listen before the first word is
 * printed: whoever reads it may stop the process at once.
 */
export function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
    process.once('disconnect', () => resolve())
    // Listening alone must not keep the process up once it has been told to stop.
    process.channel?.unref()
  })
}
