/** The process that `createRunner` keeps: it runs one command line for each message, and marks where its output ends. */
type Asked = { args: string[]; variables: Record<string, string> }

const { run } = (await import(process.argv[2]!)) as { run(argv: readonly string[]): Promise<void> }

// Each command listens for signals, as in a process of its own; a warning of too many would come after the end of its output.
process.setMaxListeners(0)

process.on('message', async ({ args, variables }: Asked) => {
  process.exitCode = undefined
  Object.assign(process.env, variables)
  await run([process.execPath, process.argv[2]!, ...args])
  // A command that is told by signals to stop lets go of the channel, which keeps this process up.
  process.channel?.ref()
  for (const name of Object.keys(variables)) delete process.env[name]
  process.stdout.write('\0\0')
  process.stderr.write(`\0${process.exitCode ?? 0}\0`)
})
