import { doc, type Origin } from '../models/model.ts'

/** The input of both ways of adding an attachment. */
export const attachmentFields: Readonly<Record<string, Origin>> = {
  'attachment.name': doc('the name of person resume (D8)'),
  'attachment.content_type': doc('the type of person resume (D8)'),
  'attachment.data_url': doc('person resume (D8)'),
  'attachment.data': doc('person resume (D8)'),
  'attachment.type': doc('person resume (D8)', 'CV alone.'),
}
