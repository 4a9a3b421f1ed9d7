import type { ProfileData } from '../../store/store.ts'
import type { Words } from '../../tenant/words.ts'
import { createPageWriter, type Style } from './page-writer.ts'
import { resumeContent } from './resume-content.ts'

/** US Letter and A4, in points. */
const sizes: Readonly<Record<'us' | 'eu', [number, number]>> = { us: [612, 792], eu: [595.28, 841.89] }

/**
 * The résumé of a person as a PDF. The same profile gives the same bytes: its dates are the profile's own. Names in other
 * alphabets are written in Latin letters, since the fonts every reader has know no others; the last page then says so.
 */
export async function makeResume(person: ProfileData, { lists, config }: Words): Promise<Uint8Array> {
  const [{ PDFDocument, StandardFonts, rgb }, { toLatin }] = await Promise.all([
    import('@cantoo/pdf-lib'),
    import('./latin.ts'),
  ])
  const document = await PDFDocument.create({ updateMetadata: false })
  const regular = await document.embedFont(StandardFonts.Helvetica)
  const bold = await document.embedFont(StandardFonts.HelveticaBold)
  const letters = new Set(regular.getCharacterSet())
  const content = resumeContent(person, lists)
  let isRewritten = false
  const latin = (text: string): string => {
    const written = toLatin(text, letters)
    isRewritten ||= written !== text.normalize('NFC')
    return written
  }

  const [ink, grey, accent, pale] = [
    rgb(0.12, 0.14, 0.18),
    rgb(0.38, 0.41, 0.46),
    rgb(0.1, 0.32, 0.5),
    rgb(0.78, 0.81, 0.85),
  ]
  const style = (font: typeof regular, size: number, color = ink, leading = size * 1.4): Style => ({
    font,
    size,
    color,
    leading,
  })
  const [body, strong, quiet] = [style(regular, 10), style(bold, 10.5), style(regular, 9.5, grey)]
  const page = createPageWriter(document, sizes[config.region])
  const section = (heading: string): void => {
    page.space(14)
    page.keep(64)
    page.paragraph(heading.toUpperCase(), style(bold, 10, accent))
    page.space(5)
    page.rule(pale)
    page.space(3)
  }

  page.paragraph(latin(content.name) || 'Name unknown', style(bold, 24, ink, 26))
  if (content.title !== '') page.paragraph(latin(content.title), style(regular, 12.5, accent, 19))
  page.space(3)
  page.paragraph(latin(content.contacts.join('   |   ')), quiet)
  if (content.summary !== '') {
    section('Profile')
    page.paragraph(latin(content.summary), body)
  }
  if (content.jobs.length > 0) section('Experience')
  for (const [i, { title, employer, dates, points }] of content.jobs.entries()) {
    if (i > 0) page.space(8)
    page.keep(44)
    page.line(latin(title), strong, latin(dates), quiet)
    if (employer !== '') page.paragraph(latin(employer), style(regular, 10, grey))
    for (const point of points) page.paragraph(latin(point), body, { indent: 12, mark: '•' })
  }
  if (content.schools.length > 0) section('Education')
  for (const [i, { school, degree, date }] of content.schools.entries()) {
    if (i > 0) page.space(8)
    page.keep(30)
    page.line(latin(school), strong, latin(date), quiet)
    if (degree !== '') page.paragraph(latin(degree), style(regular, 10, grey))
  }
  if (content.skills.length > 0) section('Skills')
  if (content.skills.length > 0) page.paragraph(latin(content.skills.join('  •  ')), body)
  if (content.licenses.length > 0) section('Licenses and certificates')
  for (const license of content.licenses) page.paragraph(latin(license), body, { indent: 12, mark: '•' })
  if (isRewritten) {
    page.space(18)
    page.paragraph('Some words are written in Latin letters here.', style(regular, 8, grey))
  }

  const made = new Date(Number(person.createddate))
  document.setTitle(`Résumé of ${content.name}`)
  document.setAuthor(content.name)
  document.setProducer('icims-simulator')
  document.setCreationDate(made)
  document.setModificationDate(made)
  return document.save()
}
