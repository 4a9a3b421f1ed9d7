import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

/** Debian's Chromium, or the one that CHROMIUM names. A missing one fails the tests: they would show nothing. */
export function openBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'
  if (!existsSync(executablePath)) {
    throw new Error(`There is no browser at ${executablePath}: install Debian's chromium, or name one in CHROMIUM.`)
  }
  return chromium.launch({ executablePath, args: ['--no-sandbox'] })
}
