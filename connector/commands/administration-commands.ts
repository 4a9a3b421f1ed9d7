import { type Command, Option } from 'commander'
import type { AcceptFlags } from './events.ts'
import type { RotateFlags } from './integrations.ts'
import {
  type CommonFlags,
  commonOptions,
  count,
  flag,
  newConnectionOptions,
  settingsOptions,
  signInOptions,
  withGiven,
} from './options.ts'
import type { SettingsFlags } from './settings.ts'

/** The commands that change integrations, keys and webhooks. */
export function administrationCommands(program: Command): void {
  addCommand(program)
  integrationCommands(program.command('integrations').description('List, pause, resume, remove, change and rotate'))
  keyCommands(
    program.command('keys').description('Make, list and revoke keys of the unified API; change the encryption'),
  )
  eventCommands(program.command('events').description('Say whose iCIMS may send events, and see what came'))
  webhookCommands(program.command('webhooks').description('Say who is told of what, and see what became of it'))
}

function addCommand(program: Command): void {
  newConnectionOptions(commonOptions(program.command('add').description('Connect the iCIMS of a customer')))
    .addOption(new Option('--organization <name>', "the customer's name, as clients see it"))
    .addOption(new Option('--email <address>', 'who connected it'))
    .addOption(new Option('--origin-id <text>', "the customer's id in your own system"))
    .addOption(new Option('--secret-stdin', 'read the password or the client secret from standard input'))
    .action(async (flags, command: Command) => (await import('./add.ts')).add(withGiven(command, flags)))
}

function integrationCommands(group: Command): void {
  const load = () => import('./integrations.ts')
  commonOptions(group.command('list').description('List the integrations')).action(async (flags: CommonFlags) =>
    (await load()).list(flags),
  )
  commonOptions(group.command('pause <integration>').description('Neither sync nor serve it')).action(
    async (word: string, flags: CommonFlags) => (await load()).setEnabled(word, false, flags),
  )
  commonOptions(group.command('resume <integration>').description('Sync and serve it again')).action(
    async (word: string, flags: CommonFlags) => (await load()).setEnabled(word, true, flags),
  )
  commonOptions(group.command('remove <integration>').description('Delete it, with every row and its credentials'))
    .addOption(new Option('--yes', 'do it without asking'))
    .action(async (word: string, flags: CommonFlags & { yes?: true }) => (await load()).remove(word, flags))
  settingsOptions(
    commonOptions(group.command('change <integration>').description('Put new settings in place of its own')),
  ).action(async (word: string, flags: CommonFlags & SettingsFlags) => (await load()).change(word, flags))
  signInOptions(commonOptions(group.command('rotate <integration>').description('Give it new credentials')))
    .addOption(new Option('--secret-stdin', 'read the password or the client secret from standard input'))
    .action(async (word: string, flags: RotateFlags) => (await load()).rotate(word, flags))
}

function keyCommands(group: Command): void {
  const load = () => import('./keys.ts')
  commonOptions(group.command('create').description('Make a key; it is shown this once'))
    .addOption(flag('--environment <name>', 'what it opens').default('local'))
    .addOption(new Option('--name <text>', 'what it is for').default(''))
    .action(async (flags: CommonFlags & { environment: string; name: string }) => (await load()).create(flags))
  commonOptions(group.command('list').description('List the keys')).action(async (flags: CommonFlags) =>
    (await load()).list(flags),
  )
  commonOptions(group.command('revoke <key>').description('Revoke a key, by the id that list shows')).action(
    async (id: string, flags: CommonFlags) => (await load()).revoke(id, flags),
  )
  commonOptions(group.command('rotate-encryption').description('Encrypt every secret with a new key'))
    .addHelpText(
      'after',
      `
The new key is ICIMS_CONNECTOR_NEW_KEY, 32 bytes in base64 or hex. Without it the key file beside the database gets a new one.
Stop what serves the database first, and start it again with the new key.`,
    )
    .action(async (flags: CommonFlags) => (await load()).rotateEncryption(flags))
}

function eventCommands(group: Command): void {
  const load = () => import('./events.ts')
  commonOptions(
    group
      .command('accept <integration>')
      .description('Let its iCIMS send events; prints what the customer enters there, the secret this once'),
  )
    .addOption(new Option('--type <type>', 'how iCIMS signs in').choices(['hmac', 'basic', 'oauth']).default('hmac'))
    .addHelpText('after', '\nA secret of your own is ICIMS_CONNECTOR_EVENT_SECRET, 16 characters or more.')
    .action(async (word: string, flags: AcceptFlags) => (await load()).accept(word, flags))
  commonOptions(group.command('refuse <integration>').description('Take no events of it any more')).action(
    async (word: string, flags: CommonFlags) => (await load()).refuse(word, flags),
  )
  commonOptions(group.command('log').description('Show the latest events'))
    .addOption(new Option('--limit <number>', 'how many').default(20).argParser(count))
    .action(async (flags: CommonFlags & { limit: number }) => (await load()).log(flags))
}

function webhookCommands(group: Command): void {
  const load = () => import('./webhooks.ts')
  commonOptions(
    group.command('add <url>').description('Tell an address of what happens; its secret is shown this once'),
  )
    .addOption(flag('--environment <name>', 'of whose integrations').default('local'))
    .addOption(new Option('--type <names...>', 'which types of webhook; all when left out'))
    .addOption(flag('--allow-loopback-webhooks', 'let addresses of this machine through; for development'))
    .addHelpText('after', '\nA secret of your own is ICIMS_CONNECTOR_WEBHOOK_SECRET, 16 characters or more.')
    .action(async (url: string, flags) => (await load()).add(url, flags))
  commonOptions(group.command('list').description('List the targets')).action(async (flags: CommonFlags) =>
    (await load()).list(flags),
  )
  commonOptions(group.command('remove <target>').description('Tell it no more')).action(
    async (id: string, flags: CommonFlags) => (await load()).remove(id, flags),
  )
  commonOptions(group.command('log').description('Show the latest attempts to deliver'))
    .addOption(new Option('--limit <number>', 'how many').default(20).argParser(count))
    .action(async (flags: CommonFlags & { limit: number }) => (await load()).log(flags))
  commonOptions(group.command('dead').description('List what was given up')).action(async (flags: CommonFlags) =>
    (await load()).dead(flags),
  )
  commonOptions(
    group.command('resend [event]').description('Put what was given up, or one event, into the queue again'),
  )
    .addOption(new Option('--target <id>', 'to this target only'))
    .action(async (event: string | undefined, flags: CommonFlags & { target?: string }) =>
      (await load()).resend(event, flags),
    )
}
