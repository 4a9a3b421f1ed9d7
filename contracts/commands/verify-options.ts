import { type Command, InvalidArgumentError, Option } from 'commander'
import { flag } from './flag.ts'
import type { VerifyFlags } from './verify.ts'

/** Adds `verify`. */
export function addVerify(program: Command): void {
  program
    .command('verify')
    .description('Replay the pacts of a client of iCIMS, against a simulator that is started for them')
    .argument('<sources...>', 'pact files, folders, addresses of pacts or of a broker')
    .addOption(flag('--provider <name>', 'how the pacts call iCIMS').default('icims-api'))
    .addOption(flag('--against <url>', 'a tenant, or any other server, to replay them against instead'))
    .addOption(flag('--customer <number>', 'its customer id, in place of the one in the pacts').argParser(customer))
    .addOption(new Option('--allow-writes', 'replay there what writes, too'))
    .addOption(flag('--states <file>', 'what is true there of each state: {"a person": {"id": 4711}}'))
    .addOption(flag('--auth <scheme>', 'how to sign in there').choices(['basic', 'hmac', 'oauth']).default('basic'))
    .addOption(new Option('--publish', 'tell the broker that the pacts come from how it went'))
    .addOption(new Option('--provider-version <version>', 'the version of the provider that results are published of'))
    .addOption(new Option('--provider-branch <branch>', 'the branch of that version'))
    .addOption(new Option('--provider-tags <tags>', 'tags of that version, with commas').argParser(list))
    .addOption(new Option('--build-url <url>', 'where the run can be looked at'))
    .addOption(new Option('--junit <file>', 'write a report for CI'))
    .addOption(new Option('--html <file>', 'write a report for people'))
    .addOption(new Option('--json', 'print JSON'))
    .addHelpText(
      'after',
      `
Credentials come from the environment and are never printed:
  basic   ICIMS_USERNAME, ICIMS_PASSWORD
  hmac    ICIMS_USERNAME, ICIMS_HMAC_KEY
  oauth   ICIMS_CLIENT_ID, ICIMS_CLIENT_SECRET; ICIMS_TOKEN_URL and ICIMS_AUDIENCE where they are not the usual ones
  broker  PACT_BROKER_TOKEN, or PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD`,
    )
    .action(async (sources: string[], flags: VerifyFlags) =>
      (await import('./verify.ts')).verifyCommand(sources, flags),
    )
}

function list(text: string): string[] {
  return text.split(',').map((one) => one.trim())
}

function customer(text: string): number {
  if (!/^\d{1,12}$/.test(text)) throw new InvalidArgumentError('It must be a number.')
  return Number(text)
}
