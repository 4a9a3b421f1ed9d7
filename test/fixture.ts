import { createTenant as create, type TestTenant, type TestTenantOptions } from '../simulator/testing/index.ts'

/** What holds every answer of a simulator against the document: one that does not fit is thrown. */
export const checking = {
  onUnfit(message: string): never {
    throw new Error(message)
  },
}

/** The fixture for tests of others, its answers checked. */
export function createTenant(options: TestTenantOptions = {}): Promise<TestTenant> {
  return create({ ...checking, ...options })
}
