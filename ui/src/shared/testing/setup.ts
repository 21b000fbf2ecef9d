// Before each file of tests: what the simulated browser lacks, and a clean page after each test.
import { cleanup } from '@testing-library/vue'
import { afterEach } from 'vitest'

afterEach(cleanup)
