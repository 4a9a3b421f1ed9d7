import type { DatabaseSync } from 'node:sqlite'
import { readAddress } from './address.ts'
import { readVisit, type Visit } from './careers/visit.ts'
import { pickByClient, pickTenant, tenantHeader } from './dispatch.ts'
import { parseDuration, parseInstant } from './duration.ts'
import type { HeldTenant } from './held-tenant.ts'
import { roleOf, tokenPath } from './hosts.ts'
import type { Simulator } from './index.ts'
import { RefusedError } from './refused-error.ts'
import { listSnapshots, removeSnapshot, restoreSnapshot, takeSnapshot } from './snapshots.ts'
import type { Tenants } from './tenants.ts'

/** What the faces of one simulator share. */
type Inside = {
  tenants: Tenants
  database: DatabaseSync
  ports: Simulator['ports']
  controlToken: string | undefined
  onInternalError: ((error: unknown) => void) | undefined
  onUnusedFault: ((message: string) => void) | undefined
}

/** Nobody waits for more things to happen than this: about a tenth of a second. */
const mostPerRequest = 200

/** The public face of a simulator: its own tenant, which also answers for the others. */
export function createFace(inside: Inside): Simulator {
  const { tenants, database, ports, controlToken, onInternalError, onUnusedFault } = inside
  const faces = new WeakMap<HeldTenant, Simulator>()

  const faceOf = (held: HeldTenant): Simulator => {
    const known = faces.get(held)
    if (known !== undefined) return known
    const face = createOne(held)
    faces.set(held, face)
    return face
  }

  const answerControl = async (face: Simulator, request: Request): Promise<Response> =>
    (await import('./control/control.ts')).answerControl(face, request, onInternalError)

  const answerVisit = async ({ tenant }: HeldTenant, request: Request, visit: Visit): Promise<Response> =>
    (await import('./careers/careers.ts')).answerCareers(tenant, request, visit)

  const createOne = (held: HeldTenant): Simulator => {
    const { tenant } = held
    const { customerId, users } = tenant.config
    const isOwn = held === tenants.own
    const answer: Simulator['answer'] = (request, target, port = 'any') => {
      if (!database.isOpen) throw new Error('This simulator is closed.')
      const address = readAddress(request.url)
      const picked = isOwn ? pickTenant(tenants, request, address) : held
      if (typeof picked === 'string' || tenants.find(picked.tenant.config.customerId) !== picked) {
        const named = typeof picked === 'string' ? picked : customerId
        return Response.json({ error: `There is no tenant ${named} here.` }, { status: 404 })
      }
      const role = roleOf(address, port)
      const isLogin = role === 'login' || (role === 'any' && address.path === tokenPath)
      catchUp(picked)
      if (!isLogin && address.path.startsWith('/_sim/')) return answerControl(faceOf(picked), request)
      if (!isLogin) {
        const visit = mayVisit(request) ? readVisit(picked.tenant.config, address) : undefined
        return visit === undefined ? picked.answerApi(request, address, target) : answerVisit(picked, request, visit)
      }
      const isNamed = !isOwn || request.headers.has(tenantHeader) || tenants.list().length === 1
      if (isNamed) return picked.answerLogin(request, address)
      return pickByClient(tenants, request).then((asked) => asked.answerLogin(request, address))
    }
    const remove = (): void => {
      tenants.remove(held)
      tellUnused(held)
    }
    const close = async (): Promise<void> => {
      if (!database.isOpen) return
      if (!isOwn) {
        if (tenants.find(customerId) === held) remove()
        return
      }
      await Promise.all(tenants.list().map(({ tenant }) => tenant.courier.close()))
      for (const one of tenants.list()) {
        tenants.saveClock(one)
        tellUnused(one)
      }
      database.close()
    }
    const parent = tenants.list().find(({ number }) => number === held.parent)
    return {
      fetch: async (request) => answer(request),
      answer,
      tenant,
      coordinates: { customerId, users },
      ...(parent && { forkedFrom: parent.tenant.config.customerId }),
      ...(controlToken !== undefined && { controlToken }),
      list: () => tenants.list().map(faceOf),
      find(wanted) {
        const found = tenants.find(wanted)
        if (found === undefined) return undefined
        catchUp(found)
        return faceOf(found)
      },
      fork(wanted) {
        catchUp(held)
        return faceOf(tenants.fork(held, wanted))
      },
      reset: () => tenants.reset(held),
      snapshot(name) {
        catchUp(held)
        return takeSnapshot(tenants, held, name)
      },
      snapshots: () => listSnapshots(tenants, held),
      restore: (name) => restoreSnapshot(tenants, held, name),
      removeSnapshot: (name) => removeSnapshot(tenants, held, name),
      advance(by, isStill = false) {
        const instant = typeof by === 'object' ? toInstant(by.to) : tenant.clock.now() + toLength(by)
        const move = (): void => tenant.timeline.advanceTo(instant)
        if (tenant.life === undefined || isStill) move()
        else tenant.life.during(move)
        tenants.saveClock(held)
      },
      setClock(setting) {
        const isLive = setting !== 'frozen' && setting.live === true
        if (isLive && tenant.life === undefined) {
          throw new RefusedError(
            409,
            'This tenant was made without life. Start the simulator with it, or leave "live" out.',
          )
        }
        catchUp(held)
        if (setting === 'frozen') tenant.clock.freeze()
        else tenant.clock.run(setting.speed)
        if (tenant.life !== undefined) tenant.life.live = isLive
        tenants.saveClock(held)
      },
      delivered: () => tenant.courier.delivered(),
      remove,
      ports,
      close,
      [Symbol.asyncDispose]: close,
    }
  }

  /** A defect in what happens by itself is told of, and the request is answered all the same. */
  const catchUp = ({ tenant }: HeldTenant): void => {
    try {
      tenant.timeline.catchUp(mostPerRequest)
    } catch (error) {
      onInternalError?.(error)
    }
  }

  const tellUnused = ({ tenant }: HeldTenant): void => {
    for (const message of tenant.faults.unused()) onUnusedFault?.(message)
  }

  for (const one of tenants.list()) one.tenant.courier.wake()
  return faceOf(tenants.own)
}

/** A visitor of a portal reads, and sends forms. */
function mayVisit({ method }: Request): boolean {
  return method === 'GET' || method === 'HEAD' || method === 'POST'
}

function toInstant(to: string | number): number {
  return typeof to === 'number' ? to : parseInstant(to)
}

function toLength(by: number | string): number {
  return typeof by === 'number' ? by : parseDuration(by)
}
