import { together } from './files.ts'

together(1)
