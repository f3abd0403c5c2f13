import { parentPort, workerData } from 'node:worker_threads'
import type { WorkbookPlan } from './workbook-plan.ts'
import { writeWorkbook } from './write-workbook.ts'

// A thread of its own: the library answers only when the whole file is written.
const bytes = writeWorkbook(workerData as WorkbookPlan)
parentPort?.postMessage(bytes, [bytes.buffer as ArrayBuffer])
