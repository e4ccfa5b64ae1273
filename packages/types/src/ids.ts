/**
 * Ids: UUIDv7 made in the API, branded per kind so that one kind is never passed for another.
 */
import * as z from 'zod/mini'

/** A county's (or prefecture's) 6-digit GB/T 2260 code; the tenant of every row. */
export const CountyId = z.int().check(z.gte(110000), z.lte(659999)).brand<'CountyId'>()
export type CountyId = z.infer<typeof CountyId>

/** The same code where it travels as text: in a path or a query. */
export const CountyIdText = z.pipe(
  z.string().check(z.regex(/^\d{6}$/)),
  z.pipe(
    z.transform((code: string) => Number(code)),
    CountyId,
  ),
)

// In small letters, as the database says them: rules compare ids as text.
const id = <Kind extends string>() => z.uuid().check(z.toLowerCase()).brand<Kind>()

export const PersonId = id<'PersonId'>()
export type PersonId = z.infer<typeof PersonId>
export const UnitId = id<'UnitId'>()
export type UnitId = z.infer<typeof UnitId>
export const TeamId = id<'TeamId'>()
export type TeamId = z.infer<typeof TeamId>
export const CatalogItemId = id<'CatalogItemId'>()
export type CatalogItemId = z.infer<typeof CatalogItemId>
export const OrderId = id<'OrderId'>()
export type OrderId = z.infer<typeof OrderId>
export const ActivityId = id<'ActivityId'>()
export type ActivityId = z.infer<typeof ActivityId>
export const ShiftId = id<'ShiftId'>()
export type ShiftId = z.infer<typeof ShiftId>
export const OpeningId = id<'OpeningId'>()
export type OpeningId = z.infer<typeof OpeningId>
export const SignupId = id<'SignupId'>()
export type SignupId = z.infer<typeof SignupId>
export const ChildId = id<'ChildId'>()
export type ChildId = z.infer<typeof ChildId>
export const CalendarFeedId = id<'CalendarFeedId'>()
export type CalendarFeedId = z.infer<typeof CalendarFeedId>
export const ClockEventId = id<'ClockEventId'>()
export type ClockEventId = z.infer<typeof ClockEventId>
export const RecordId = id<'RecordId'>()
export type RecordId = z.infer<typeof RecordId>
export const ActionCountId = id<'ActionCountId'>()
export type ActionCountId = z.infer<typeof ActionCountId>
export const TimeGiftId = id<'TimeGiftId'>()
export type TimeGiftId = z.infer<typeof TimeGiftId>
export const ObjectionId = id<'ObjectionId'>()
export type ObjectionId = z.infer<typeof ObjectionId>
export const AuditWalkId = id<'AuditWalkId'>()
export type AuditWalkId = z.infer<typeof AuditWalkId>
export const TransferId = id<'TransferId'>()
export type TransferId = z.infer<typeof TransferId>
export const RewardItemId = id<'RewardItemId'>()
export type RewardItemId = z.infer<typeof RewardItemId>
export const StockMoveId = id<'StockMoveId'>()
export type StockMoveId = z.infer<typeof StockMoveId>
export const RedemptionId = id<'RedemptionId'>()
export type RedemptionId = z.infer<typeof RedemptionId>
export const BenefitUseId = id<'BenefitUseId'>()
export type BenefitUseId = z.infer<typeof BenefitUseId>
export const BenefitCardId = id<'BenefitCardId'>()
export type BenefitCardId = z.infer<typeof BenefitCardId>
export const NoticeId = id<'NoticeId'>()
export type NoticeId = z.infer<typeof NoticeId>
export const SignInRequestId = id<'SignInRequestId'>()
export type SignInRequestId = z.infer<typeof SignInRequestId>
export const RoleGrantId = id<'RoleGrantId'>()
export type RoleGrantId = z.infer<typeof RoleGrantId>
export const RoleInvitationId = id<'RoleInvitationId'>()
export type RoleInvitationId = z.infer<typeof RoleInvitationId>
export const SheetImportId = id<'SheetImportId'>()
export type SheetImportId = z.infer<typeof SheetImportId>
export const WordCheckId = id<'WordCheckId'>()
export type WordCheckId = z.infer<typeof WordCheckId>
export const FeedbackId = id<'FeedbackId'>()
export type FeedbackId = z.infer<typeof FeedbackId>

export const TeamRequestId = id<'TeamRequestId'>()
export type TeamRequestId = z.infer<typeof TeamRequestId>
export const TeamMessageId = id<'TeamMessageId'>()
export type TeamMessageId = z.infer<typeof TeamMessageId>
export const QualificationId = id<'QualificationId'>()
export type QualificationId = z.infer<typeof QualificationId>
export const InsuranceId = id<'InsuranceId'>()
export type InsuranceId = z.infer<typeof InsuranceId>
export const GuardianConsentId = id<'GuardianConsentId'>()
export type GuardianConsentId = z.infer<typeof GuardianConsentId>

export const PairingId = id<'PairingId'>()
export type PairingId = z.infer<typeof PairingId>
export const PairingVisitId = id<'PairingVisitId'>()
export type PairingVisitId = z.infer<typeof PairingVisitId>

export const ScreenId = id<'ScreenId'>()
export type ScreenId = z.infer<typeof ScreenId>

export const FamilyId = id<'FamilyId'>()
export type FamilyId = z.infer<typeof FamilyId>
export const PartnerId = id<'PartnerId'>()
export type PartnerId = z.infer<typeof PartnerId>
export const PartnerStatementId = id<'PartnerStatementId'>()
export type PartnerStatementId = z.infer<typeof PartnerStatementId>

export const CertificateId = id<'CertificateId'>()
export type CertificateId = z.infer<typeof CertificateId>

/** SHA-256 of a stored photo, lower-case hex. */
export const PhotoHash = z.string().check(z.regex(/^[0-9a-f]{64}$/))
export type PhotoHash = z.infer<typeof PhotoHash>
