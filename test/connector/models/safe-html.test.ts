import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeIcimsJob } from '../../../connector/icims/job.ts'
import { toDescription } from '../../../connector/models/description.ts'
import { toSafeHtml } from '../../../connector/models/safe-html.ts'

test.each([
  ['<p onclick="x()">Hi</p><script>alert(1)</script>', '<p>Hi</p>'],
  ['<a href="javascript:alert(1)">x</a>', '<a>x</a>'],
  ['<a href="https://example.com" style="color:red" target="_blank">x</a>', '<a href="https://example.com">x</a>'],
  ['<img src=x onerror=alert(1)>', ''],
  ['<iframe src="https://example.com"></iframe><b>bold</b>', '<b>bold</b>'],
  ['<p>unclosed <b>bold', '<p>unclosed <b>bold</b></p>'],
  ['Pay < 5 & more', '<p>Pay &lt; 5 &amp; more</p>'],
  ['Research &amp; care', '<p>Research &amp; care</p>'],
  ['One\r\ntwo\n\nthree', '<p>One<br />two</p><p>three</p>'],
  ['  ', ''],
  ['رعاية المرضى 🩺', '<p>رعاية المرضى 🩺</p>'],
])('%j is shown as %j', (text, expected) => {
  expect(toSafeHtml(text)).toBe(expected)
})

test('whatever a text holds, no script, no handler and no picture is left of it', () => {
  const piece = fc.constantFrom(
    ...[
      '<script>',
      '</script>',
      '<img src=x onerror=y>',
      '<p ',
      'onload="x"',
      '>',
      '<svg/onload=x>',
      '"',
      "'",
      '<!--',
      '-->',
    ],
    ...['<a href="java', 'script:x">', '<style>', '</style>', '&lt;script&gt;', '<math><mi>', 'x', '\n', '<', '/'],
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const safe = toSafeHtml(pieces.join(''))
      expect(safe).not.toMatch(/<(script|img|svg|style|math|iframe)/i)
      for (const tag of safe.match(/<[^>]*>/g) ?? []) {
        expect(tag).toMatch(/^<\/?[a-z][a-z0-9]*( href="(?!javascript:)[^"]*")?( \/)?>$/i)
      }
    }),
    { numRuns: Number(process.env.PROPERTY_RUNS ?? 300) },
  )
})

test('five megabytes are sanitized to the last word, however their tags are nested', () => {
  const item = '<li onclick="x()">Wash hands &amp; smile</li>'
  const long = `<ul>${item.repeat(Math.ceil(5_000_000 / item.length))}</ul><p>End</p>`
  expect(toSafeHtml(long)).toMatch(/^<ul><li>Wash hands &amp; smile<\/li>.*<p>End<\/p>$/s)
  const deep = `${'<div>'.repeat(100_000)}End`
  expect(toSafeHtml(deep)).toMatch(/^<p>&lt;div&gt;.*End<\/p>$/)
})

test('the texts of a job stand under headings, and one that is empty once it is safe has none', () => {
  const job = { overview: '<script>x</script>', responsibilities: 'Wash\nhands', qualifications: '<ul><li>A</li></ul>' }
  expect(toDescription(decodeIcimsJob('1', job))).toBe(
    '<h3>Responsibilities</h3><p>Wash<br />hands</p>\n<h3>Qualifications</h3><ul><li>A</li></ul>',
  )
  expect(toDescription(decodeIcimsJob('1', { overview: ' ' }))).toBeNull()
})
