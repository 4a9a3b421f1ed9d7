import { Option } from 'commander'

/** A flag that can be set by an environment variable of the same name: `--base-url`, `ICIMS_CONTRACTS_BASE_URL`. */
export function flag(flags: string, description: string): Option {
  const option = new Option(flags, description)
  return option.env(`ICIMS_CONTRACTS_${option.name().replaceAll('-', '_').toUpperCase()}`)
}
