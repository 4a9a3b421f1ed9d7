import { type Clock, createClock } from './clock.ts'
import { type Common, type HeldTenant, holdTenant } from './held-tenant.ts'
import { RefusedError } from './refused-error.ts'
import type { Place } from './store/layer.ts'
import { worldLayer } from './store/tables.ts'
import { openTenantRows, type TenantRow, type TenantRows } from './store/tenant-rows.ts'
import type { ApiUser } from './tenant/config.ts'
import type { Words } from './tenant/words.ts'
import { clearState } from './tenant-state.ts'

/** The tenants of one simulator. All changes of what is kept about them are made here. */
export type Tenants = {
  /** The one the simulator was made for. */
  own: HeldTenant
  rows: TenantRows
  /** In the order they were made. */
  list(): HeldTenant[]
  find(customerId: number): HeldTenant | undefined
  /** The one with an API user of this OAuth client id. */
  findByClient(clientId: string): HeldTenant | undefined
  /**
   * A copy that shares all rows and goes its own way from now on, with a customer id and credentials of its own.
   *
   * @throws RefusedError 409 for a customer id that is taken.
   */
  fork(from: HeldTenant, customerId?: number): HeldTenant
  /** @throws RefusedError 409 for the simulator's own tenant. */
  remove(held: HeldTenant): void
  /** Back to what the tenant started with. */
  reset(held: HeldTenant): void
  /** Keeps how the tenant's clock goes. */
  saveClock(held: HeldTenant): void
  /** Drops what nobody can go back to any more. */
  tidy(): void
}

/**
 * Opens the tenants a database holds, or makes its first.
 *
 * @param words of the simulator's own tenant.
 * @param clock of the same, or undefined to go on as its clock was kept.
 */
export function openTenants(common: Common, words: Words, clock: Clock | undefined): Tenants {
  const { connection, layers } = common
  const rows = openTenantRows(connection)
  const held = new Map<number, HeldTenant>()
  const { users } = words.config

  const tidy = (): void => layers.keep(rows.layersInUse())

  const place = ({ number, base, top }: Pick<TenantRow, 'number' | 'base' | 'top'>): Place => ({
    base,
    top,
    onTop(layer) {
      rows.setTop(number, layer)
      tidy()
    },
  })

  const hold = (row: TenantRow, time?: Clock): HeldTenant => {
    const { number, customer, parent } = row
    const own = number === 1 ? words : { ...words, config: forkConfig(words, customer, users) }
    const going = time ?? createClock(JSON.parse(row.clock), common.wallClock)
    const one = holdTenant(common, own, going, place(row), { number, parent, start: JSON.parse(row.start) })
    held.set(own.config.customerId, one)
    return one
  }

  const add = (row: Omit<TenantRow, 'top'>, time?: Clock): HeldTenant => {
    const work = (): HeldTenant => {
      const whole = { ...row, top: layers.add(row.base) }
      rows.add(whole)
      return hold(whole, time)
    }
    return connection.transaction(undefined, work, () => held.delete(row.customer))
  }

  const [first, ...forks] = rows.all()
  if (first !== undefined && clock !== undefined) {
    refuseBackwards(createClock(JSON.parse(first.clock), common.wallClock).now(), clock.now())
  }
  const own = first === undefined ? addFirst() : hold(first, clock)
  for (const row of forks) {
    if (row.customer === words.config.customerId) {
      throw new RefusedError(
        409,
        `The data hold a fork with customer id ${row.customer}. Choose another for the tenant.`,
      )
    }
    hold(row)
  }
  tidy()

  function addFirst(): HeldTenant {
    const start = JSON.stringify(clock!.state())
    const { customerId } = words.config
    return add({ number: 1, customer: customerId, parent: null, base: worldLayer, start, clock: start }, clock)
  }

  let lastCustomer = Math.max(...held.keys())
  let lastNumber = forks.at(-1)?.number ?? 1
  return {
    own,
    rows,
    list: () => [...held.values()],
    find: (customerId) => held.get(customerId),
    findByClient: (clientId) =>
      held.values().find(({ tenant }) => tenant.config.users.some((user) => user.clientId === clientId)),
    fork(from, customerId = lastCustomer + 1) {
      if (!Number.isSafeInteger(customerId) || customerId < 1) {
        throw new RefusedError(400, `A customer id is a whole number above 0, not ${customerId}.`)
      }
      if (held.has(customerId)) throw new RefusedError(409, `There is a tenant ${customerId} already.`)
      const start = JSON.stringify(from.tenant.clock.state())
      const base = from.tenant.store.freeze()
      lastNumber += 1
      lastCustomer = Math.max(lastCustomer, customerId)
      return add({ number: lastNumber, customer: customerId, parent: from.number, base, start, clock: start })
    },
    remove(one) {
      const { customerId } = one.tenant.config
      if (one === own) throw new RefusedError(409, `The tenant ${customerId} is the simulator's own: it stays.`)
      connection.transaction(
        undefined,
        () => {
          one.tenant.outbox.reset([])
          rows.remove(one.number)
        },
        () => undefined,
      )
      one.tenant.courier.stop()
      held.delete(customerId)
      tidy()
    },
    reset(one) {
      one.tenant.store.reset()
      clearState(one.tenant, one.start)
      rows.setClock(one.number, JSON.stringify(one.start))
    },
    saveClock: (one) => rows.setClock(one.number, JSON.stringify(one.tenant.clock.state())),
    tidy,
  }
}

/** @throws RefusedError for a clock that would show an earlier time than the data were last used at. */
function refuseBackwards(kept: number, given: number): void {
  if (given >= kept) return
  const text = (time: number): string => new Date(time).toISOString()
  throw new RefusedError(
    400,
    `The clock cannot be set back from ${text(kept)}, where the data stand, to ${text(given)}.`,
  )
}

/** A fork is configured as its simulator is, with users of its own: the same names and secrets, its customer id behind them. Nobody is told of
 * its events. */
function forkConfig({ config }: Words, customerId: number, users: readonly ApiUser[]): Words['config'] {
  const own = (text: string): string => `${text}-${customerId}`
  return {
    ...config,
    customerId,
    events: [],
    users: users.map((user) => ({
      ...user,
      username: own(user.username),
      password: own(user.password),
      clientId: own(user.clientId),
      clientSecret: own(user.clientSecret),
      hmacKey: own(user.hmacKey),
    })),
  }
}
