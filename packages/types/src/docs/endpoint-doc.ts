export interface EndpointDoc {
  /** One line, without a full stop. */
  summary: string
  /** What the schemas cannot say. */
  description?: string
}
