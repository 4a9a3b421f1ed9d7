/** Unified salary periods by iCIMS's timeframe (D6). */
const periods: Readonly<Record<string, string>> = {
  Hourly: 'HOUR',
  Daily: 'DAY',
  Weekly: 'WEEK',
  Monthly: 'MONTH',
  Yearly: 'YEAR',
}

export function toSalaryPeriod(timeframe: string | undefined): string | null {
  return timeframe === undefined ? null : (periods[timeframe] ?? timeframe)
}
