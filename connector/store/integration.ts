import type { IcimsAuth } from '../icims/credentials.ts'
import type { MappingSettings } from '../models/record.ts'

/** One customer's iCIMS, connected. The credentials are kept as they were given; the file is readable by its owner only. */
export type Integration = {
  /** 24 base58 characters; clients name it `icims:<id>`. */
  id: string
  customerId: string
  baseUrl: string
  auth: IcimsAuth
  settings: MappingSettings
}
