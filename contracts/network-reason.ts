/** What the network says of a call that failed, which `fetch` keeps in the cause. */
export function networkReason(error: Error): string {
  const { cause } = error as { cause?: { code?: string; message?: string } }
  return cause?.code ?? cause?.message ?? error.message
}
