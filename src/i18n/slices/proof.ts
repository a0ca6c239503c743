/** Texts of the message itself (B25), loaded when the first one is opened. Keys are unique across all slices. */
export interface ProofMessages {
  readonly messageDetails: string;
  readonly sender: string;
  readonly subject: string;
  readonly proofOf: (subject: string) => string;
  readonly noProof: string;
}

/** English. */
export const englishProof: ProofMessages = {
  messageDetails: 'Message',
  sender: 'From',
  subject: 'Subject',
  proofOf: (subject) => `Message: ${subject}`,
  noProof: 'The source keeps no copy of this message',
};
