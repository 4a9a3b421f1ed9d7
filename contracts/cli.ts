#!/usr/bin/env node
import { enableCompileCache } from 'node:module'

// Before anything else is loaded: a second start then skips compiling what the first one compiled.
enableCompileCache()
const { run } = await import('./commands/program.ts')
await run(process.argv)
