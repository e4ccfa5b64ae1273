import { together } from './files.ts'

together(6)
