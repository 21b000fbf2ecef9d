// The parts of a report's document, as the core hands it over.
import type { Period } from '@/shared/period'

export type Run = { type: 'text'; text: string } | { type: 'figure'; id: string; label: string; display: string }
export type TableColumn = { heading: string; width: number }
export type TableCell = { runs: Run[]; rows: number }
export type Block =
  | { type: 'heading'; level: number; runs: Run[] }
  | { type: 'paragraph'; runs: Run[] }
  | { type: 'item'; runs: Run[] }
  | { type: 'table'; columns: TableColumn[]; rows: TableCell[][] }
  | { type: 'signature'; institution: string; date: string }
export type Document = {
  title: string
  addressee: string
  institution: string
  period: Period
  date: string
  blocks: Block[]
}
