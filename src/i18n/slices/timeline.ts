/** Texts of \`<c360-timeline>\`. Keys are unique across all slices. */
export interface TimelineMessages {
  readonly activityOverview: string;
}

/** English. */
export const englishTimeline: TimelineMessages = {
  activityOverview: 'Activity overview',
};
