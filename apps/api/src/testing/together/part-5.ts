import { together } from './files.ts'

together(5)
