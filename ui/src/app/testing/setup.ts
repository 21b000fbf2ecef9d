// Before each file of tests: files are dropped by the test itself.
import { vi } from 'vitest'

vi.mock('@/api/drop', () => import('./drop'))
