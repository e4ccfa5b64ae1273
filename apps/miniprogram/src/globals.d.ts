/** Address of the API: empty on H5, which it serves itself. */
declare const API_BASE: string
