import { type Connector, type ConnectorOptions, createConnector as create } from '../connector/index.ts'
import { withCheckedAnswers } from '../contracts/provider/unified-document.ts'

/** A connector whose every answer is held against the document of the unified API: one that does not fit is thrown. */
export async function createConnector(options: ConnectorOptions): Promise<Connector> {
  return withCheckedAnswers(await create(options))
}
