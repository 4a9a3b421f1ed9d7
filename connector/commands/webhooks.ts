import { openExisting, openKept } from './open-connector.ts'
import { type CommonFlags, UsageError } from './options.ts'
import { amount, moment, print, table } from './print.ts'

/** What `webhooks add` takes. */
export type WebhookFlags = CommonFlags & { environment: string; type?: string[]; allowLoopbackWebhooks?: boolean }

/** `icims-connector webhooks add` */
export async function add(url: string, flags: WebhookFlags): Promise<void> {
  const secret = process.env.ICIMS_CONNECTOR_WEBHOOK_SECRET
  await using connector = await openKept(flags, { webhooks: { allowLoopback: flags.allowLoopbackWebhooks === true } })
  const target = await connector.administration.addWebhook({
    url,
    environmentId: flags.environment,
    ...(flags.type && { types: flags.type }),
    ...(secret !== undefined && { secret }),
  })
  // One that was given is known already.
  const { secret: made, ...shown } = target
  print(flags.json, secret === undefined ? target : shown, () => `Added ${target.id}, ${target.url}.\n`)
  if (secret === undefined && !flags.json) {
    process.stdout.write(`Its secret, shown this once: ${made}\n`)
  }
}

/** `icims-connector webhooks list` */
export async function list(flags: CommonFlags): Promise<void> {
  await using connector = await openExisting(flags)
  const targets = await connector.administration.listWebhooks()
  print(flags.json, targets, () =>
    targets.length === 0
      ? 'There is no target yet. Add one with `icims-connector webhooks add`.\n'
      : table(
          ['target', 'environment', 'added', 'types', 'address'],
          targets.map((target) => [
            target.id,
            target.environmentId,
            moment(target.createdAt),
            target.types.length === 0 ? 'all' : target.types.join(','),
            target.url,
          ]),
        ),
  )
}

/** `icims-connector webhooks remove` */
export async function remove(id: string, flags: CommonFlags): Promise<void> {
  await using connector = await openExisting(flags)
  await connector.administration.removeWebhook(id)
  print(flags.json, { id, removed: true }, () => `Removed ${id}.\n`)
}

/** `icims-connector webhooks log` */
export async function log(flags: CommonFlags & { limit: number }): Promise<void> {
  await using connector = await openExisting(flags)
  const attempts = await connector.administration.listDeliveries(flags.limit)
  print(flags.json, attempts, () =>
    attempts.length === 0
      ? 'Nothing was sent yet.\n'
      : table(
          ['at', 'target', 'type', 'event', 'took', 'answer'],
          attempts.map(({ at, targetId, type, eventId, milliseconds, status, error }) => [
            moment(at),
            targetId,
            type,
            eventId,
            `${milliseconds} ms`,
            error ?? String(status),
          ]),
        ),
  )
}

/** `icims-connector webhooks dead` */
export async function dead(flags: CommonFlags): Promise<void> {
  await using connector = await openExisting(flags)
  const letters = await connector.administration.listDeadLetters()
  print(flags.json, letters, () =>
    letters.length === 0
      ? 'Nothing was given up.\n'
      : table(
          ['event', 'type', 'target', 'given up', 'attempts', 'address'],
          letters.map(({ eventId, type, targetId, updatedAt, attempts, url }) => [
            eventId,
            type,
            targetId,
            moment(updatedAt),
            String(attempts),
            url,
          ]),
        ),
  )
}

/** `icims-connector webhooks resend` */
export async function resend(event: string | undefined, flags: CommonFlags & { target?: string }): Promise<void> {
  await using connector = await openExisting(flags)
  const count = await connector.administration.resendWebhooks({
    ...(event !== undefined && { eventId: event }),
    ...(flags.target !== undefined && { targetId: flags.target }),
  })
  if (event !== undefined && count === 0) throw new UsageError(`There is no webhook ${event} to send again.`)
  const text =
    count === 0
      ? 'Nothing was given up.\n'
      : `${amount(count, 'webhook')} in the queue again. \`icims-connector serve\` sends what is in it.\n`
  print(flags.json, { resent: count }, () => text)
}
